import { segmentsOf } from '../words/segments-of.js';

/** A text cut up: each word or sign with the blanks behind it, so that no difference begins with a blank. */
export function wordsOf(language: string, text: string): string[] {
  const words: string[] = [];
  for (const { segment } of segmentsOf(language, text)) {
    if (words.length > 0 && /^\s/u.test(segment)) words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words;
}
