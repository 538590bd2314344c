import { createHash } from 'node:crypto';
import { initialsOf } from './acronym.js';
import { conceptOf } from './concepts.js';
import { type PrintedName, readPrintedName } from './printed-name.js';
import { legalForms, stopWords } from './word-lists.js';

/** A name in the forms by which it is found and compared. */
export interface KeyedName {
  /** Equal for two prints of one name that differ in capitals, accents, punctuation, acronym or "&" only. */
  readonly identity: string;
  /** Words that mean something, as concepts. */
  readonly words: readonly string[];
  /** All words of a short name written as one, for "Haki Madini"; null for long names. */
  readonly compact: string | null;
  readonly acronyms: readonly string[];
  /** Acronyms that the name would have. */
  readonly initials: readonly string[];
  /** See `Placed`. */
  readonly place: string | null;
  /** Whether the name is printed in Latin letters. */
  readonly latin: boolean;
}

/** The one function that makes keys, for what is stored and for what is asked. */
export function keyedName(name: string, acronym?: string | null): KeyedName {
  const printed = readPrintedName(name, acronym);
  const main = wordsOf(printed.tokens);
  const words = [...main, ...printed.qualifiers.flatMap(wordsOf)];
  return {
    identity: bounded(identityOf(printed) || symbolsOf(name)),
    words: [...new Set(words)],
    compact: compactOf(printed.tokens),
    acronyms: printed.acronyms.map(cut),
    initials: initialsOf(printed.tokens),
    place: printed.place,
    latin: /\p{Script=Latin}/u.test(name),
  };
}

function identityOf({ tokens, qualifiers, place }: PrintedName): string {
  const name = (tokens[0] === 'the' && tokens.length > 1 ? tokens.slice(1) : tokens).map(connector).join(' ');
  const told = qualifiers.map((qualifier) => `(${qualifier.map(connector).join(' ')})`).sort();
  return [name, ...told, ...(place === null ? [] : [`@${place}`])].join(' ');
}

/** In UTF-16 code units: an entry of a PostgreSQL index holds 2,704 bytes, and folding one letter may give 18. */
const longestIdentity = 600;
const longestWord = 80;

/** Long identities that differ stay different. */
function bounded(identity: string): string {
  if (identity.length <= longestIdentity) return identity;
  const digest = createHash('sha256').update(identity).digest('hex').slice(0, 32);
  return `${identity.slice(0, longestIdentity - 40).replace(/\p{Cs}$/u, '')} #${digest}`;
}

function cut(word: string): string {
  return word.slice(0, longestWord).replace(/\p{Cs}$/u, '');
}

/** A name without letters or digits is the same as itself only. */
function symbolsOf(name: string): string {
  return name.normalize('NFKC').replace(/[\p{C}\s]/gu, '');
}

const connectors = new Set(['y', 'et', 'und']);

function connector(token: string): string {
  return connectors.has(token) ? 'and' : token;
}

function wordsOf(tokens: readonly string[]): string[] {
  const meaningful = tokens.filter((token) => !stopWords.has(token) && !legalForms.has(token));
  return (meaningful.length > 0 ? meaningful : tokens).flatMap(unspaced).flatMap(conceptOf).map(cut);
}

const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Scripts without blanks between words are cut into overlapping pairs of letters. */
function unspaced(token: string): string[] {
  const letters = [...token];
  if (letters.length <= 2 || !unspacedScript.test(token)) return [token];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

function compactOf(tokens: readonly string[]): string | null {
  const compact = tokens.join('');
  return tokens.length <= 3 && compact.length >= 5 && compact.length <= 30 ? compact : null;
}
