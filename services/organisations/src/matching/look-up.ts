import type { KeyedName } from './keyed-name.js';
import { keysOfSpelling, manyUses, type Spelling } from './spellings.js';
import { weightOf } from './word-similarity.js';

/** Where one asked-for name is looked for, and what finding its keys is worth. */
export interface LookUp {
  /** One of these keys must be there. */
  readonly any: readonly string[];
  /** Or all keys of one of these sets. */
  readonly sets: readonly (readonly string[])[];
  /** Which of the words asked for a key stands for, by their place in `weights`. */
  readonly meaning: ReadonlyMap<string, number>;
  readonly weights: readonly number[];
}

interface Group {
  readonly word: string;
  /** What names have instead, where none has the word itself. */
  readonly likely: string;
  readonly keys: readonly string[];
  readonly uses: number;
}

/**
 * Rare words find few names and, nearly always, the right one. Words that too many names have only count together.
 * @param budget how many names the rare words may lead to, all in all
 */
export function lookUpOf(
  name: KeyedName,
  spellings: ReadonlyMap<string, readonly Spelling[]>,
  budget: number,
): LookUp {
  const groups = wordsAsked(name).map((word) => groupOf(word, spellings.get(word) ?? []));
  const byUse = groups.toSorted((one, other) => one.uses - other.uses);
  const rare = affordable(byUse, budget);
  const frequent = byUse.filter((group) => !rare.includes(group) && name.words.includes(group.word));
  const acronyms = acronymKeys(name);
  return {
    any: [...new Set([...rare.flatMap(({ keys }) => keys), ...acronyms])],
    sets: rare.some(({ uses }) => uses > 0) ? [] : setsOf(frequent.map(({ likely }) => likely)),
    meaning: new Map([
      ...acronyms.map((key): [string, number] => [key, groups.length]),
      ...groups.flatMap(({ keys }, index) => keys.map((key): [string, number] => [key, index])),
    ]),
    weights: [...groups.map(({ word }) => (name.words.includes(word) ? weightOf(word) : 0.5)), 2],
  };
}

/** Words whose spellings must be known before `lookUpOf`. */
export function wordsAsked({ words, compact }: KeyedName): string[] {
  return [...new Set([...words, ...(compact === null ? [] : [compact])])];
}

/** A quick guess, 0 to 1 or a little more, at how alike a name with these keys is; the comparison itself costs more. */
export function promiseOf({ meaning, weights }: LookUp, keys: readonly string[]): number {
  let shared = 0;
  let words = 0;
  const met = new Set<number>();
  for (const key of keys) {
    if (!/^[=#~@]/.test(key)) words += weightOf(key);
    const asked = meaning.get(key);
    if (asked === undefined || met.has(asked)) continue;
    met.add(asked);
    shared += weights[asked] ?? 0;
  }
  const asked = weights.slice(0, -1).reduce((sum, weight) => sum + weight, 0);
  return (2 * shared) / (asked + words);
}

function groupOf(word: string, spellings: readonly Spelling[]): Group {
  const used = spellings.filter(({ uses }) => uses > 0).map(({ spelling }) => spelling);
  return {
    word,
    likely: used.includes(word) ? word : (used[0] ?? word),
    keys: [...new Set([word, ...spellings.map(({ spelling }) => spelling)].flatMap(keysOfSpelling))],
    uses: spellings.reduce((sum, { uses }) => sum + uses, 0),
  };
}

/** As many as the budget allows, and the rarest one in any case unless it is frequent itself. */
function affordable(groups: readonly Group[], budget: number): Group[] {
  let spent = 0;
  return groups.filter(({ uses }, index) => {
    spent += uses;
    return spent <= budget || (index === 0 && uses < manyUses);
  });
}

function acronymKeys({ acronyms, initials }: KeyedName): string[] {
  return [
    ...acronyms.flatMap((acronym) => [`#${acronym}`, `~${acronym}`, acronym]),
    ...initials.map((letters) => `#${letters}`),
  ];
}

/** With no rare word to go by: all frequent words together, and each choice of all but one. */
function setsOf(words: readonly string[]): string[][] {
  if (words.length === 0) return [];
  const butOne = words.length > 2 && words.length <= 8;
  return [[...words], ...(butOne ? words.map((word) => words.filter((other) => other !== word)) : [])];
}
