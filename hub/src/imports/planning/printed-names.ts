/** What a cell says of a body's names. */
export interface PrintedNames {
  /** The one it goes by now. */
  readonly name: string;
  /** Those it went by before. */
  readonly formerly: readonly string[];
  /** Those it goes by as well. */
  readonly aka: readonly string[];
  /** Words that speak of another name, where it is not clear which one; null for none. */
  readonly unclear: string | null;
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

/** Words that are names too: only in brackets, and only as they stand here. */
const shortOnes: Readonly<Record<Relation, readonly string[]>> = {
  FORMERLY: ['ex', 'fka', 'f\\.k\\.a\\.', 'f/k/a', `antes${known}`, 'auparavant', 'früher', 'ehemals'],
  NOW: ['now', 'maintenant', `ahora${known}`, 'hoy'],
  AKA: ['aka', 'a\\.k\\.a\\.', 'a/k/a'],
};

const relations = ['FORMERLY', 'NOW', 'AKA'] as const;

/** A name, which may itself have an acronym in brackets. */
const other = '(?<other>[^()[\\]]+(?:[([][^()[\\]]*[)\\]])?[^()[\\]]*)';

const forms: readonly { readonly relation: Relation; readonly form: RegExp }[] = relations.flatMap(
  (relation) => {
    const words = phrases[relation].map(eitherCase).join('|');
    const short = [words, ...shortOnes[relation]].join('|');
    return [
      new RegExp(
        `^(?<main>.+?)\\s*[([]\\s*(?:${short})(?:\\s*:\\s*|\\s+|(?<=ex)-)${other}[)\\]](?<rest>.*)$`,
        'u',
      ),
      new RegExp(
        `^(?<main>.+?)(?:\\s*[,;]\\s*|\\s+[–—-]\\s+)(?:${words}|ex(?=-))(?:\\s*:\\s*|\\s+|-)(?<other>.+)$`,
        'u',
      ),
    ].map((form) => ({ relation, form }));
  },
);

const anyPhrase = new RegExp(
  `[([]\\s*(?:${relations.flatMap((relation) => phrases[relation].map(eitherCase)).join('|')})(?!\\p{L})`,
  'u',
);

/**
 * Takes "X (formerly Y)", "X, formerly Y", "X (ex-Y)", "Y (now X)" and "X (also known as Y)" apart. What follows such
 * words and is no name ("formerly part of the Lake Forum") is unclear.
 */
export function printedNames(text: string): PrintedNames {
  for (const { relation, form } of forms) {
    const { main = '', other: named = '', rest = '' } = form.exec(text)?.groups ?? {};
    const name = bare(named);
    if (name === '') continue;
    return beginsSmall(name) ? unclear(text) : related(relation, `${main.trim()}${rest.trimEnd()}`, name);
  }
  return anyPhrase.test(text) ? unclear(text) : { name: text, formerly: [], aka: [], unclear: null };
}

function related(relation: Relation, main: string, named: string): PrintedNames {
  const nothing = { formerly: [], aka: [], unclear: null };
  if (relation === 'NOW') return { ...nothing, name: named, formerly: [main] };
  return relation === 'AKA'
    ? { ...nothing, name: main, aka: [named] }
    : { ...nothing, name: main, formerly: [named] };
}

function unclear(text: string): PrintedNames {
  return { name: text, formerly: [], aka: [], unclear: text };
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
