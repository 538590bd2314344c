import { childEnvironment } from './child-environment.js';
import type { LoadFailure, LoadOrder, LoadResult } from './load.js';
import { MeasuredProcess } from './measured-process.js';
import { LOAD_MAIN } from './repository.js';

/** The load generator's process, seen from the bench. */
export class LoadGenerator {
  readonly #process: MeasuredProcess;

  constructor(cleanup: AsyncDisposableStack) {
    this.#process = MeasuredProcess.start(cleanup, {
      name: 'the load generator',
      args: [LOAD_MAIN],
      env: childEnvironment({ NODE_ENV: 'production' }),
      talks: true,
    });
  }

  /** @throws where a contender did not answer, or not always the same */
  async run(order: LoadOrder): Promise<LoadResult> {
    const result = (await this.#process.ask(order)) as LoadResult | LoadFailure;
    if ('failure' in result) throw new Error(result.failure);
    return result;
  }
}
