import {
  compareNames,
  keyedName,
  type LocatedName,
  type SimilarityReason,
  searchKeysOf,
} from '@coalition-hub/organisations';

/** An earlier row that could name the same body. */
export interface SimilarRow {
  readonly line: number;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  /** 0 to 1. */
  readonly similarity: number;
  readonly reason: SimilarityReason;
}

interface Entry extends LocatedName {
  readonly line: number;
}

/** A word that more rows have leads to too many. */
const frequent = 200;

const mostSimilar = 5;

/** The names of a list above the row that is looked at, found by the keys that the registry finds names by. */
export class NamesSoFar {
  readonly #byKey = new Map<string, Entry[]>();
  readonly #byIdentity = new Map<string, Entry[]>();

  add(line: number, name: LocatedName): void {
    const entry = { ...name, line };
    push(this.#byIdentity, name.name.identity, entry);
    for (const key of searchKeysOf(name.name)) push(this.#byKey, key, entry);
  }

  /** The line that names the same body for certain, by the rule for the registry; null for none. */
  same({ name, country }: LocatedName): number | null {
    const entry = (this.#byIdentity.get(name.identity) ?? []).find(
      (earlier) => earlier.country === country && acronymsAgree(earlier.name.acronyms, name.acronyms),
    );
    return entry?.line ?? null;
  }

  /** Lines that could name the same body, best first. */
  similar(asked: LocatedName, least: number): SimilarRow[] {
    const entries = new Set(keysAsked(asked).flatMap((key) => this.#rare(key)));
    return [...entries]
      .map((entry) => ({ line: entry.line, country: entry.country, ...compareNames(asked, entry) }))
      .filter(({ similarity }) => similarity >= least)
      .sort((one, other) => other.similarity - one.similarity || one.line - other.line)
      .slice(0, mostSimilar);
  }

  #rare(key: string): readonly Entry[] {
    const entries = this.#byKey.get(key) ?? [];
    return entries.length > frequent ? [] : entries;
  }
}

/** @param acronym from a column of its own */
export function locatedName(name: string, country: string | null, acronym: string | null): LocatedName {
  return { name: keyedName(name, acronym), country };
}

/** An acronym is also found where it stands as a name, and where a name would have it. */
function keysAsked({ name }: LocatedName): string[] {
  const crossed = name.acronyms.flatMap((acronym) => [acronym, `~${acronym}`]);
  const shortened = [...name.initials, ...name.words].map((letters) => `#${letters}`);
  return [...searchKeysOf(name), ...crossed, ...shortened];
}

function acronymsAgree(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((acronym) => other.includes(acronym));
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
