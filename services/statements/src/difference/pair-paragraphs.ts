import type { Paragraph } from './paragraphs.js';
import { similarity } from './similarity.js';
import { wordsOf } from './words-of.js';

/** A paragraph cut up into words. */
export interface Worded {
  readonly paragraph: Paragraph;
  readonly words: readonly string[];
}

/** A paragraph that went, one that came, or one that became another. */
export interface Pair {
  readonly from: Worded | null;
  readonly to: Worded | null;
}

/** Below this two paragraphs are two, not one that was changed. */
const leastAlike = 0.5;

/** How far ahead the paragraph that one became is looked for. */
const window = 8;

export const worded = (language: string) => (paragraph: Paragraph) => ({
  paragraph,
  words: wordsOf(language, paragraph.text),
});

/** Finds which of the paragraphs that went became which of those that came in their place. */
export function pairParagraphs(removed: readonly Worded[], added: readonly Worded[]): Pair[] {
  const pairs: Pair[] = [];
  let next = 0;
  for (const from of removed) {
    const found = mostAlike(from, added.slice(next, next + window));
    if (found === null) {
      pairs.push({ from, to: null });
      continue;
    }
    for (const to of added.slice(next, next + found)) pairs.push({ from: null, to });
    pairs.push({ from, to: added[next + found] ?? null });
    next += found + 1;
  }
  return [...pairs, ...added.slice(next).map((to) => ({ from: null, to }))];
}

/** Index of the candidate that is most like it; null if none is like it. */
function mostAlike(from: Worded, candidates: readonly Worded[]): number | null {
  const alike = candidates.map(({ words }) => similarity(from.words, words));
  const best = Math.max(...alike, 0);
  return best < leastAlike ? null : alike.indexOf(best);
}
