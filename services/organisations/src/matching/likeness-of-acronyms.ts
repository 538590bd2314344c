import type { Similarity } from './compare-names.js';
import type { KeyedName } from './keyed-name.js';
import { SimilarityReason } from './similarity-reason.js';
import type { WordOverlap } from './word-overlap.js';

/** A shared acronym says much where one body is named by nothing else, little beside two names that differ. */
export function likenessOfAcronyms(one: KeyedName, other: KeyedName, words: WordOverlap): Similarity {
  const bare = isBare(one) || isBare(other);
  return { similarity: likeness(one, other, words, bare), reason: SimilarityReason.SAME_ACRONYM };
}

function likeness(one: KeyedName, other: KeyedName, { both }: WordOverlap, bare: boolean): number {
  if (share(one.acronyms, other.acronyms) || (bare && namesAcronymOf(one, other)))
    return bare ? 0.9 : 0.55 + 0.4 * both;
  if (share(one.acronyms, other.initials) || share(other.acronyms, one.initials))
    return bare ? 0.8 : 0.3 + 0.5 * both;
  return 0;
}

/** Whether a name is nothing but an acronym. */
function isBare({ acronyms, words }: KeyedName): boolean {
  return words.length > 0 && words.every((word) => acronyms.includes(word));
}

function namesAcronymOf(one: KeyedName, other: KeyedName): boolean {
  return share(one.acronyms, other.words) || share(other.acronyms, one.words);
}

function share(one: readonly string[], other: readonly string[]): boolean {
  return one.some((entry) => other.includes(entry));
}
