import { fold } from './fold.js';
import { stopWords } from './word-lists.js';

const longest = 12;

/** Whether a text without blanks is printed like an acronym: mostly capitals, "MyWATCH", "S2B", "FoE". */
export function looksLikeAcronym(text: string): boolean {
  if (text.length < 2 || text.length > longest || !/^[\p{L}\p{N}][\p{L}\p{N}.&+]*$/u.test(text)) return false;
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals >= 2 && capitals >= small;
}

/** The form in which acronyms are compared. */
export function foldAcronym(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Whether an acronym can come from a name: its letters stand in the name in this order, the first one and every one
 * that is skipped to at the beginning of a word or right behind what was taken before ("ETHIOSCOP": ETHIOpian Society
 * for COnsumer Protection).
 */
export function comesFrom(acronym: string, tokens: readonly string[]): boolean {
  return acronym.length >= 2 && spells(acronym, tokens, 0);
}

function spells(rest: string, tokens: readonly string[], from: number): boolean {
  if (rest === '') return true;
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    for (let taken = sharedStart(rest, token); taken > 0; taken -= 1) {
      if (spells(rest.slice(taken), tokens, index + 1)) return true;
    }
  }
  return false;
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

/** The acronyms that a name would have if it had one: of all words, and of those that mean something. */
export function initialsOf(tokens: readonly string[]): string[] {
  const meaningful = tokens.filter((token) => !stopWords.has(token));
  const all = [tokens, meaningful].map((words) => words.map((word) => [...word][0]).join(''));
  return [...new Set(all)].filter(({ length }) => length >= 3 && length <= longest);
}
