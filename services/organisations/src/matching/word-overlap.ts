import { weightOf, wordSimilarity } from './word-similarity.js';

/** How far the words of two names agree, whatever their order. */
export interface WordOverlap {
  /** 0 to 1, of both names' words (Dice, weighted). */
  readonly both: number;
  /** 0 to 1, of the words of the one name. */
  readonly ofOne: number;
  /** 0 to 1, of the words of the other name. */
  readonly ofOther: number;
  /** Whether words were taken for misspelt ones. */
  readonly misspelt: boolean;
  /** Weight of what agrees. */
  readonly shared: number;
}

/** Gives each word of the one name the nearest one of the other that is still free. */
export function overlapOf(one: readonly string[], other: readonly string[]): WordOverlap {
  const free = [...other];
  let sharedOfOne = 0;
  let sharedOfOther = 0;
  let misspelt = false;
  for (const word of exactFirst(one, other)) {
    const [near, similarity] = nearest(word, free);
    if (near === null) continue;
    free.splice(free.indexOf(near), 1);
    sharedOfOne += similarity * weightOf(word);
    sharedOfOther += similarity * weightOf(near);
    misspelt ||= similarity < 1;
  }
  const weight = (words: readonly string[]) => words.reduce((sum, word) => sum + weightOf(word), 0);
  const [weightOfOne, weightOfOther] = [weight(one), weight(other)];
  return {
    both: (sharedOfOne + sharedOfOther) / Math.max(weightOfOne + weightOfOther, Number.MIN_VALUE),
    ofOne: sharedOfOne / Math.max(weightOfOne, Number.MIN_VALUE),
    ofOther: sharedOfOther / Math.max(weightOfOther, Number.MIN_VALUE),
    misspelt,
    shared: Math.min(sharedOfOne, sharedOfOther),
  };
}

/** A misspelt word must not take what another word matches exactly. */
function exactFirst(one: readonly string[], other: readonly string[]): string[] {
  const exact = new Set(other);
  return [...one.filter((word) => exact.has(word)), ...one.filter((word) => !exact.has(word))];
}

function nearest(word: string, words: readonly string[]): readonly [string | null, number] {
  let best: string | null = null;
  let similarity = 0;
  for (const candidate of words) {
    const found = wordSimilarity(word, candidate);
    if (found > similarity) [best, similarity] = [candidate, found];
  }
  return [best, similarity];
}
