import { segmentsOf } from './segments-of.js';

/** How many words there are: of letters or digits, no punctuation. */
export function countWords(language: string, text: string): number {
  let count = 0;
  for (const { isWordLike } of segmentsOf(language, text)) if (isWordLike) count += 1;
  return count;
}
