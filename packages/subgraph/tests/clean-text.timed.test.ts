import { cleanLine, cleanText } from '@coalition-hub/subgraph';
import { expect, test } from '@jest/globals';
import { Refused } from '../src/errors/refusal.js';

const rule = { field: 'name', max: 300 };

test.each([cleanLine, cleanText])('too much is refused before any work is done on it: %#', (clean) => {
  const began = performance.now();
  expect(() => clean(`a${'\u0301'.repeat(1_000_000)}`, rule)).toThrow(Refused);
  expect(() => clean('\u0344'.repeat(1_000_000), rule)).toThrow(Refused);
  expect(performance.now() - began).toBeLessThan(50);
});
