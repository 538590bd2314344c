import { type KeyedName, keyedName } from './keyed-name.js';
import { searchKeysOf } from './search-keys.js';

/** What an organisation goes by. */
export interface NamedOrganisation {
  readonly id: string;
  readonly name: string;
  readonly legalName: string | null;
  readonly acronym: string | null;
  /** An alias may have been printed with another country than the organisation's. */
  readonly otherNames: readonly { readonly name: string; readonly country?: string | null }[];
  readonly country: string | null;
}

/** A row of `name_key`. */
export interface NameKeyRow {
  readonly organisation_id: string;
  readonly position: number;
  readonly identity: string;
  readonly country: string | null;
  readonly keys: readonly string[];
  readonly latin: boolean;
}

/** The rows by which organisations are found. */
export function nameKeysOf(organisations: readonly NamedOrganisation[]): NameKeyRow[] {
  const keys: NameKeyRow[] = [];
  for (const organisation of organisations) {
    for (const [position, { name, country }] of distinctNames(organisation).entries()) {
      keys.push({ ...rowOf(name), organisation_id: organisation.id, position, country });
    }
  }
  return keys;
}

interface Named {
  readonly name: KeyedName;
  readonly country: string | null;
}

/** Other names get no acronym by themselves: a former name had another one. */
function distinctNames({ name, legalName, acronym, otherNames, country }: NamedOrganisation): Named[] {
  const names: Named[] = [
    { name: keyedName(name, acronym), country },
    ...(legalName === null ? [] : [{ name: keyedName(legalName, acronym), country }]),
    ...otherNames.map((other) => ({
      name: keyedName(other.name),
      country: other.country === undefined ? country : other.country,
    })),
  ];
  const distinct = new Map<string, Named>();
  for (const named of names) {
    const key = JSON.stringify([named.name.identity, named.country, named.name.acronyms]);
    if (!distinct.has(key)) distinct.set(key, named);
  }
  return [...distinct.values()];
}

function rowOf(name: KeyedName) {
  return { identity: name.identity, keys: searchKeysOf(name), latin: name.latin };
}
