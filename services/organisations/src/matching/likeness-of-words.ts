import type { Similarity } from './compare-names.js';
import type { KeyedName } from './keyed-name.js';
import { SimilarityReason } from './similarity-reason.js';
import { overlapOf, type WordOverlap } from './word-overlap.js';

/** From here on the words alone say that it is the same name. */
const same = 0.97;

/** From here on a misspelt word is what tells them apart. */
const nearlySame = 0.8;

/** How much more alike what two names say may be than how they say it, in one language. */
const translation = 0.2;

/** How alike two names are by their words, in any order and language. */
export function likenessOfWords(one: KeyedName, other: KeyedName, words: WordOverlap): Similarity {
  const translated = one.latin !== other.latin || words.both - overlapAsPrinted(one, other) > translation;
  if (words.both >= same) return { similarity: words.both, reason: sameReason(one, other, translated) };
  const part = Math.max(words.ofOne, words.ofOther);
  if (part >= same && words.shared >= 1 && !words.misspelt)
    return {
      similarity: Math.max(words.both, 0.6 + 0.25 * words.both),
      reason: SimilarityReason.PART_OF_NAME,
    };
  return { similarity: words.both, reason: nearReason(words, translated) };
}

function sameReason(one: KeyedName, other: KeyedName, translated: boolean): SimilarityReason {
  if (translated) return SimilarityReason.OTHER_LANGUAGE;
  return withoutPlace(one.identity) === withoutPlace(other.identity)
    ? SimilarityReason.SAME_NAME
    : SimilarityReason.SPELLING;
}

function nearReason({ both, misspelt }: WordOverlap, translated: boolean): SimilarityReason {
  if (translated && both >= 0.6) return SimilarityReason.OTHER_LANGUAGE;
  return misspelt && both >= nearlySame ? SimilarityReason.SPELLING : SimilarityReason.SIMILAR_NAME;
}

function overlapAsPrinted(one: KeyedName, other: KeyedName): number {
  return overlapOf(printedWords(one), printedWords(other)).both;
}

function printedWords({ identity }: KeyedName): string[] {
  return withoutPlace(identity).match(/[\p{L}\p{N}]{3,}/gu) ?? [];
}

function withoutPlace(identity: string): string {
  return identity.replace(/ @[^@]*$/, '');
}
