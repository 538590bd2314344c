import type { Similarity } from './compare-names.js';
import type { KeyedName } from './keyed-name.js';
import { SimilarityReason } from './similarity-reason.js';
import { wordSimilarity } from './word-similarity.js';

/** Names that are the same up to what one of them adds in brackets. */
const qualified = 0.9;

/** Short names written as one word: "Haki Madini" and "HakiMadini", or a typing error across a blank. */
export function likenessOfShape(one: KeyedName, other: KeyedName): Similarity {
  const likeness =
    one.compact === null || other.compact === null ? 0 : wordSimilarity(one.compact, other.compact);
  if (likeness === 1 && one.identity.includes('(') !== other.identity.includes('('))
    return { similarity: qualified, reason: SimilarityReason.PART_OF_NAME };
  return { similarity: 0.99 * likeness, reason: SimilarityReason.SPELLING };
}
