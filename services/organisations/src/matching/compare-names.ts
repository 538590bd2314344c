import type { KeyedName } from './keyed-name.js';
import { likenessOfAcronyms } from './likeness-of-acronyms.js';
import { likenessOfShape } from './likeness-of-shape.js';
import { likenessOfWords } from './likeness-of-words.js';
import { placesOf } from './places-of.js';
import { SimilarityReason } from './similarity-reason.js';
import { overlapOf } from './word-overlap.js';

/** A name and the country that stands beside it, ISO 3166-1 alpha-2. */
export interface LocatedName {
  readonly name: KeyedName;
  readonly country: string | null;
}

export interface Similarity {
  /** 0 to 1. */
  readonly similarity: number;
  readonly reason: SimilarityReason;
}

/** Names so alike, in two places, are those of chapters. */
const nearlySame = 0.8;

/** How likely two printed names mean one body, and why. */
export function compareNames(one: LocatedName, other: LocatedName): Similarity {
  const alike = likenessOf(one.name, other.name);
  switch (placesOf(one, other)) {
    case 'same':
      return alike;
    case 'unknown':
      return { ...alike, similarity: alike.similarity * 0.98 };
    case 'one named':
      return alike.reason === SimilarityReason.SAME_NAME
        ? { similarity: alike.similarity * 0.97, reason: SimilarityReason.SAME_NAME_WITHOUT_COUNTRY }
        : alike;
    case 'different':
      return inTwoPlaces(alike);
  }
}

function inTwoPlaces({ similarity, reason }: Similarity): Similarity {
  const isChapter = similarity >= nearlySame && reason !== SimilarityReason.SAME_ACRONYM;
  return isChapter
    ? { similarity: similarity * 0.8, reason: SimilarityReason.CHAPTER }
    : { similarity: similarity * 0.7, reason };
}

function likenessOf(one: KeyedName, other: KeyedName): Similarity {
  const words = overlapOf(one.words, other.words);
  if (numbersDiffer(one, other))
    return { similarity: words.both * 0.5, reason: SimilarityReason.SIMILAR_NAME };
  return [
    likenessOfWords(one, other, words),
    likenessOfShape(one, other),
    likenessOfAcronyms(one, other, words),
  ].reduce((best, candidate) => (candidate.similarity > best.similarity ? candidate : best));
}

/** "Group of 77" and "Group of 78" differ in nothing but what tells them apart. */
function numbersDiffer(one: KeyedName, other: KeyedName): boolean {
  const [mine, theirs] = [numbersIn(one), numbersIn(other)];
  return mine !== '' && theirs !== '' && mine !== theirs;
}

function numbersIn({ words }: KeyedName): string {
  return words
    .filter((word) => /\d/.test(word))
    .toSorted()
    .join(' ');
}
