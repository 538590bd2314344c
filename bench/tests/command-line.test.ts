import { describe, expect, test } from '@jest/globals';
import { parseOptions, UsageError } from '../src/options.js';

describe('the command line', () => {
  test('measures everything with twenty connections unless told otherwise', () => {
    expect(parseOptions([])).toMatchObject({
      connections: 20,
      only: ['hub', 'by-hand', 'postgraphile'],
      check: false,
      profile: false,
    });
  });

  test('takes numbers and names', () => {
    expect(parseOptions(['--seconds', '0.5', '--connections=8', '--only', 'by-hand,hub'])).toMatchObject({
      seconds: 0.5,
      connections: 8,
      only: ['hub', 'by-hand'],
    });
  });

  test.each([
    [['--seconds', 'soon'], /--seconds has to be a number/],
    [['--rounds', '1.5'], /--rounds has to be a whole number/],
    [['--connections', '47'], /--connections has to be a number from 1 to 46/],
    [['--only', 'hub,oracle'], /not "oracle"/],
    [['--fast'], /--fast/],
    [['--check', '--only', 'hub,by-hand'], /--check compares the hub with PostGraphile/],
  ])('refuses %j', (argv, message) => {
    expect(() => parseOptions(argv)).toThrow(UsageError);
    expect(() => parseOptions(argv)).toThrow(message);
  });
});
