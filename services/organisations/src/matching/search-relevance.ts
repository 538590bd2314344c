import type { LocatedName } from './compare-names.js';
import type { KeyedName } from './keyed-name.js';
import { overlapOf } from './word-overlap.js';
import { weightOf, wordSimilarity } from './word-similarity.js';

/**
 * How well a name answers what somebody typed, 0 to 1: above all whether it has the words that were typed, then
 * whether it has few others. The beginning of a word counts as nearly the word.
 */
export function relevanceOf(typed: KeyedName, found: LocatedName): number {
  const { name } = found;
  if (typed.identity === name.identity) return 1;
  if (typed.words.length === 1 && isAcronymOf(typed.words[0] ?? '', name)) return 0.97;
  const covered = Math.max(coverageOf(typed, name), joinedAs(typed, name) ? 1 : 0);
  const whole = overlapOf(typed.words, name.words).both;
  const shared = typed.acronyms.some((acronym) => name.acronyms.includes(acronym)) ? 0.05 : 0;
  const placed = placeFits(typed, found) ? 0.05 : 0;
  return Math.min(0.96, 0.7 * covered + 0.16 * whole + shared + placed);
}

function isAcronymOf(word: string, { acronyms }: KeyedName): boolean {
  return acronyms.includes(word);
}

/** How much of what was typed the name has, by weight. */
function coverageOf(typed: KeyedName, name: KeyedName): number {
  const forms = [...name.words, ...name.acronyms];
  const total = typed.words.reduce((sum, word) => sum + weightOf(word), 0);
  const found = typed.words.reduce((sum, word) => sum + weightOf(word) * bestOf(word, forms), 0);
  return found / Math.max(total, Number.MIN_VALUE);
}

function bestOf(word: string, forms: readonly string[]): number {
  return forms.reduce((best, form) => Math.max(best, startOf(word, form), wordSimilarity(word, form)), 0);
}

function startOf(word: string, form: string): number {
  return word.length >= 3 && form.startsWith(word) ? 0.9 : 0;
}

function joinedAs(typed: KeyedName, name: KeyedName): boolean {
  return typed.compact !== null && (typed.compact === name.compact || name.words.includes(typed.compact));
}

function placeFits(typed: KeyedName, { name, country }: LocatedName): boolean {
  return typed.place !== null && (typed.place === name.place || typed.place === country);
}
