import type { KeyedName } from './keyed-name.js';

/**
 * A name's forms as one list of texts, which a single index serves: words as they are, `#` before an acronym, `~` before
 * what would be one, `=` before the name in one word, `@` before a place.
 */
export function searchKeysOf({ words, compact, acronyms, initials, place }: KeyedName): string[] {
  return [
    ...words,
    ...(compact === null ? [] : [`=${compact}`]),
    ...acronyms.map((acronym) => `#${acronym}`),
    ...initials.map((letters) => `~${letters}`),
    ...(place === null ? [] : [`@${place}`]),
  ];
}

/** What `searchKeysOf` made the list of. */
export function nameOfSearchKeys(identity: string, latin: boolean, keys: readonly string[]): KeyedName {
  const marked = (mark: string) => keys.filter((key) => key.startsWith(mark)).map((key) => key.slice(1));
  return {
    identity,
    latin,
    words: keys.filter((key) => !/^[=#~@]/.test(key)),
    compact: marked('=')[0] ?? null,
    acronyms: marked('#'),
    initials: marked('~'),
    place: marked('@')[0] ?? null,
  };
}

/** Words in which typing errors are looked for: long enough, and no numbers, since 77 is not a misspelt 78. */
export function isSpellable(word: string): boolean {
  return /^[a-z]{4,40}$/.test(word);
}

/** The words that a name is counted under in the vocabulary, each once. */
export function vocabularyOf({ words, compact, acronyms }: KeyedName): string[] {
  return [...new Set([...words, ...(compact === null ? [] : [compact]), ...acronyms])];
}
