import { expect, it } from '@jest/globals';
import { differenceOf } from '../src/difference/difference-of.js';
import { DifferenceKind } from '../src/types/difference-kind.js';
import { revision, side } from './revisions-compared.js';

/** The same for the same seed (Lehmer's generator). */
function letters(seed: number, count: number): string[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 16_807) % 2_147_483_647;
    return 'ab'.charAt((state >> 8) & 1);
  });
}

it.each([
  ['words without a paragraph', (turn: number) => `word${turn} `.repeat(14_000)],
  ['letters', (turn: number) => letters(turn, 33_000).join(' ')],
  ['one sign', (turn: number) => '.'.repeat(100_000 - turn)],
  [
    'paragraphs of one letter',
    (turn: number) =>
      Array.from({ length: 33_000 }, (_, i) => 'abc'.charAt(Math.floor(i / turn) % 3)).join('\n\n'),
  ],
])('is bounded for the longest texts of %s', (_what, text) => {
  const [one, other] = [text(1).trim(), text(2).trim()];
  const begun = process.cpuUsage();
  const blocks = differenceOf(revision(one), revision(other));
  const { user } = process.cpuUsage(begun);
  console.info(`${Math.round(user / 1_000)} ms`);
  expect(user).toBeLessThan(3_000_000);
  expect(side(blocks, DifferenceKind.ADDED)).toBe(one);
  expect(side(blocks, DifferenceKind.REMOVED)).toBe(other);
});
