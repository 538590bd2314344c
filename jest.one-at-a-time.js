import TestRunner from 'jest-runner';

/**
 * Jest's own runner, with one process. Jest finishes the suites of one runner before it begins with another's, so the
 * suites of this one have the machine to themselves.
 */
export default class OneAtATime extends TestRunner {
  constructor(config, context) {
    super({ ...config, maxWorkers: 1 }, context);
  }
}
