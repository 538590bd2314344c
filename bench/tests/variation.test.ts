import { describe, expect, test } from '@jest/globals';
import { pageSizesOf, SIGNATURES } from '../src/operation.js';

const connectionsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => pageSizesOf(index, count));

describe('the variation of requests', () => {
  test.each([1, 20, 46])(
    'gives %i connections sizes of their own, so no two equal requests meet',
    (count) => {
      const sizes = connectionsOf(count).flat();
      expect(new Set(sizes).size).toBe(sizes.length);
    },
  );

  test.each([1, 20, 46])('lets each of %i connections change its request every time', (count) => {
    for (const sizes of connectionsOf(count)) expect(sizes.length).toBeGreaterThanOrEqual(2);
  });

  test('asks for all signatures, and for no more than a page may hold', () => {
    const sizes = connectionsOf(20).flat();
    expect(Math.min(...sizes)).toBe(SIGNATURES);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200);
  });
});
