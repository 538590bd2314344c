import { editDistance } from './edit-distance.js';
import { isSpellable } from './search-keys.js';
import { commonWords } from './word-lists.js';

/** 1 for the same word, more than 0 for one that could be it misspelt. */
export function wordSimilarity(one: string, other: string): number {
  if (one === other) return 1;
  if (!isSpellable(one) || !isSpellable(other)) return 0;
  const limit = errorsIn(Math.min(one.length, other.length));
  if (Math.abs(one.length - other.length) > limit || differentLetters(one, other) > 2 * limit) return 0;
  const distance = editDistance(one, other, limit);
  return distance > limit ? 0 : 1 - distance / Math.max(one.length, other.length);
}

/** How many typing errors a word of this length may have and still be taken for the other. */
function errorsIn(length: number): number {
  return length >= 8 ? 2 : 1;
}

/** Letters that only one of two words of a to z has: one typing error adds two at most, and most words differ in more. */
function differentLetters(one: string, other: string): number {
  let bits = lettersOf(one) ^ lettersOf(other);
  let count = 0;
  for (; bits !== 0; bits &= bits - 1) count += 1;
  return count;
}

function lettersOf(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index += 1) bits |= 1 << (word.charCodeAt(index) - 97);
  return bits;
}

/** How much it says about a body that its name has this word. */
export function weightOf(word: string): number {
  return commonWords.has(word) || word.length < 3 ? 0.5 : 1;
}
