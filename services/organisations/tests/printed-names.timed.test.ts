import { expect, it } from '@jest/globals';
import { keyedName } from '../src/matching/keyed-name.js';

it('takes no longer the longer a name is than it must', () => {
  const started = performance.now();
  for (const name of [
    '('.repeat(300),
    'A '.repeat(150),
    'a-'.repeat(150),
    'AB '.repeat(100),
    `${'e '.repeat(149)}X`,
  ])
    keyedName(name);
  expect(performance.now() - started).toBeLessThan(1_000);
});
