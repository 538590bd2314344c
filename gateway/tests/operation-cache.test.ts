import { expect, test } from '@jest/globals';
import { OperationCache } from '../src/operations/operation-cache.js';

test('the least recently used are forgotten, by number and by summed length', () => {
  const cache = new OperationCache<number>(3, 20, 15);
  for (const [index, key] of ['a', 'b', 'c'].entries()) cache.set(key, index);
  expect(cache.get('a')).toBe(0);
  cache.set('d', 3);
  expect([cache.get('b'), cache.get('a'), cache.size]).toEqual([undefined, 0, 3]);
  cache.set('x'.repeat(15), 4);
  expect(cache.size).toBe(3);
  cache.set('y'.repeat(15), 5);
  expect([cache.get('x'.repeat(15)), cache.get('y'.repeat(15)), cache.size]).toEqual([undefined, 5, 1]);
  cache.set('z'.repeat(16), 6);
  expect(cache.get('z'.repeat(16))).toBeUndefined();
});
