/** The names of one body. */
export interface ToldNames {
  /** The one it goes by now. */
  readonly name: string;
  /** Those it went by before. */
  readonly formerly: readonly string[];
  /** Those it goes by as well. */
  readonly aka: readonly string[];
}

/** What a cell says of a body's names. */
export interface PrintedNames extends ToldNames {
  /** Words that speak of another name, where it is not clear which one; null for none. */
  readonly unclear: string | null;
  /** What `unclear` may say; true only if somebody knows the other name. Null where it cannot be told. */
  readonly perhaps: ToldNames | null;
}

type Relation = 'FORMERLY' | 'NOW' | 'AKA';

const known = '(?: known as| called| named| appelée?| llamad[ao]| denominad[ao]| conocid[ao] como)?';

/** In English, French and Spanish. A regular expression each; the first letter may be a capital one. */
const phrases: Readonly<Record<Relation, readonly string[]>> = {
  FORMERLY: [
    `formerly${known}`,
    `previously${known}`,
    'renamed from',
    `anciennement${known}`,
    `précédemment${known}`,
    `anteriormente${known}`,
    `antiguamente${known}`,
  ],
  NOW: [
    'now (?:known as|called|named)',
    'renamed(?: to| as|)',
    `désormais${known}`,
    `actuellement${known}`,
    `actualmente${known}`,
  ],
  AKA: ['also known as', 'aussi connue? sous le nom de', 'également appelée?', 'también conocid[ao] como'],
};

/**
 * Words that are names too: only in brackets, and only as they stand here. "Youth (ex-Soldiers) Forum" was never called
 * "Soldiers", so what they tell is never certain.
 */
const shortOnes: Readonly<Record<Relation, readonly string[]>> = {
  FORMERLY: ['ex', 'fka', 'f\\.k\\.a\\.', 'f/k/a', `antes${known}`, 'auparavant', 'früher', 'ehemals'],
  NOW: ['now', 'maintenant', `ahora${known}`, 'hoy'],
  AKA: ['aka', 'a\\.k\\.a\\.', 'a/k/a'],
};

const relations = ['FORMERLY', 'NOW', 'AKA'] as const;

/** A name, which may itself have an acronym in brackets. */
const other = '(?<other>[^()[\\]]+(?:[([][^()[\\]]*[)\\]])?[^()[\\]]*)';

interface Form {
  readonly relation: Relation;
  readonly isCertain: boolean;
  readonly form: RegExp;
}

const bracketed = (words: string) =>
  new RegExp(
    `^(?<main>.+?)\\s*[([]\\s*(?:${words})(?:\\s*:\\s*|\\s+|(?<=ex)-)${other}[)\\]](?<rest>.*)$`,
    'u',
  );

const behindComma = (words: string) =>
  new RegExp(`^(?<main>.+?)(?:\\s*[,;]\\s*|\\s+[–—-]\\s+)(?:${words})(?:\\s*:\\s*|\\s+|-)(?<other>.+)$`, 'u');

const wordsOf = (relation: Relation) => phrases[relation].map(eitherCase).join('|');

const forms: readonly Form[] = relations.flatMap((relation) => [
  { relation, isCertain: true, form: bracketed(wordsOf(relation)) },
  { relation, isCertain: true, form: behindComma(wordsOf(relation)) },
  { relation, isCertain: false, form: bracketed(shortOnes[relation].join('|')) },
  ...(relation === 'FORMERLY' ? [{ relation, isCertain: false, form: behindComma('ex(?=-)') }] : []),
]);

const anyPhrase = new RegExp(`[([]\\s*(?:${relations.map(wordsOf).join('|')})(?!\\p{L})`, 'u');

const anyWords = relations.flatMap((one) => [wordsOf(one), ...shortOnes[one]]).join('|');

/** Anywhere in what was taken for one name. */
const furtherWords = new RegExp(`(?:^|[\\s,;:([–—-])(?:${anyWords})(?![\\p{L}\\p{N}])`, 'u');

/** Where such words begin: a third name. */
const furtherName = new RegExp(`(?:[,;([]|\\s[–—-])\\s*(?:${anyWords})(?![\\p{L}\\p{N}])`, 'u');

/**
 * Takes "X (formerly Y)", "X, formerly Y", "X (ex-Y)", "Y (now X)" and "X (also known as Y)" apart. What follows such
 * words and is no name ("formerly part of the Lake Forum") is unclear. So is a short word, text behind the bracket and
 * further such words, as long as nobody knows the other name.
 */
export function printedNames(text: string): PrintedNames {
  for (const { relation, isCertain, form } of forms) {
    const { main = '', other: named = '', rest = '' } = form.exec(text)?.groups ?? {};
    const name = bare(named);
    if (name === '') continue;
    if (beginsSmall(name) || furtherName.test(main) || furtherName.test(rest)) return unclear(text);
    const told = related(relation, `${main.trim()}${rest.trimEnd()}`, name);
    const isClear = isCertain && !/[\p{L}\p{N}]/u.test(rest) && !furtherWords.test(name);
    return isClear ? clear(told) : { ...unclear(text), perhaps: told };
  }
  return anyPhrase.test(text) ? unclear(text) : clear({ name: text, formerly: [], aka: [] });
}

function related(relation: Relation, main: string, named: string): ToldNames {
  const nothing = { formerly: [], aka: [] };
  if (relation === 'NOW') return { ...nothing, name: named, formerly: [main] };
  return relation === 'AKA'
    ? { ...nothing, name: main, aka: [named] }
    : { ...nothing, name: main, formerly: [named] };
}

function clear(told: ToldNames): PrintedNames {
  return { ...told, unclear: null, perhaps: null };
}

function unclear(text: string): PrintedNames {
  return { name: text, formerly: [], aka: [], unclear: text, perhaps: null };
}

function bare(name: string): string {
  return name
    .trim()
    .replace(/^["“”„«»'‘’]+|["“”„«»'‘’]+$/gu, '')
    .trim();
}

const article = /^(?:the|le|la|les|l['’]|el|los|las)\s*/u;

function beginsSmall(name: string): boolean {
  return /^\p{Ll}/u.test(name.replace(article, ''));
}

function eitherCase(phrase: string): string {
  const [first = ''] = phrase;
  return `[${first}${first.toUpperCase()}]${phrase.slice(1)}`;
}
