import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { delayAfter } from '../src/retry/retry-policy.js';

const milliseconds = fc.integer({ min: 1, max: 60_000 });

test('a delay doubles up to its bound, and jitter takes at most half of it', () => {
  const seed = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`fast-check seed ${seed} (FC_SEED=${seed} repeats it)\n`);
  const property = fc.property(
    fc.integer({ min: 1, max: 5_000 }),
    milliseconds,
    milliseconds,
    fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    (failures, firstDelayMs, longestDelayMs, random) => {
      const policy = { attempts: 5, firstDelayMs, longestDelayMs };
      const delay = delayAfter(failures, policy, random);
      const longest = Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1));
      expect(delay).toBeGreaterThanOrEqual(longest / 2);
      expect(delay).toBeLessThanOrEqual(longest);
    },
  );
  fc.assert(property, { seed });
});
