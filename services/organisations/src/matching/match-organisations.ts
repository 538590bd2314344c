import { sql } from 'kysely';
import { type Candidate, candidatesFor } from './candidates.js';
import { compareNames, type LocatedName, type Similarity } from './compare-names.js';
import { keyedName } from './keyed-name.js';
import { lookUpOf, wordsAsked } from './look-up.js';
import type { Reader } from './reader.js';
import { spellingsOf } from './spellings.js';

/** A body as a list prints it; `country` is ISO 3166-1 alpha-2, null where the list says none. */
export interface PrintedOrganisation {
  readonly name: string;
  readonly country: string | null;
  readonly acronym?: string | null;
}

export interface SimilarOne extends Similarity {
  readonly organisationId: string;
}

/** What a row of a list is: an organisation for certain, one of these perhaps (best first), or none that is known. */
export type Match =
  | { readonly certain: string }
  | { readonly doubtful: readonly SimilarOne[] }
  | { readonly unknown: true };

const batch = 200;
const mostCandidates = 5;

/** Candidates less similar are none. */
const leastSimilarity = 0.55;

/** How many names the rare words of a row may lead to. */
const budget = 100;

const limits = { any: 3 * budget, set: 60, best: 24 };

/**
 * Finds rows of a list in the registry. Certain is only what has the same name (but for capitals, accents, punctuation,
 * "&" and an acronym that does not contradict) and the same country, where one organisation has both; everything else
 * is for a person to decide, and what was decided is certain the next time.
 * @param db the service's reads, or a transaction
 * @returns one for each row, in order
 */
export async function matchOrganisations(db: Reader, rows: readonly PrintedOrganisation[]): Promise<Match[]> {
  const matches: Match[] = [];
  for (let from = 0; from < rows.length; from += batch) {
    const located = rows.slice(from, from + batch).map(locate);
    matches.push(...(await matchBatch(db, located)));
  }
  return matches;
}

/** A row as it is compared. */
export function locate({ name, country, acronym }: PrintedOrganisation): LocatedName {
  return { name: keyedName(name, acronym), country };
}

async function matchBatch(db: Reader, rows: readonly LocatedName[]): Promise<Match[]> {
  const certain = await certainOnes(db, rows);
  const open = rows.flatMap((row, index) => (certain.has(index) ? [] : [{ row, index }]));
  const similar = await similarTo(
    db,
    open.map(({ row }) => row),
  );
  const matches = new Map(open.map(({ index }, turn) => [index, matchOf(similar[turn] ?? [])]));
  return rows.map((_, index) => {
    const id = certain.get(index);
    return id === undefined ? (matches.get(index) ?? { unknown: true }) : { certain: id };
  });
}

function matchOf(similar: readonly SimilarOne[]): Match {
  return similar.length > 0 ? { doubtful: similar.slice(0, mostCandidates) } : { unknown: true };
}

/** Rows whose name and country one organisation has, and whose acronym is not another one than that name's. */
export async function certainOnes(db: Reader, rows: readonly LocatedName[]): Promise<Map<number, string>> {
  const asked = rows.map(({ name, country }, row) => ({
    row,
    identity: name.identity,
    country,
    acronyms: name.acronyms.map((acronym) => `#${acronym}`),
  }));
  const { rows: found } = await sql<{ row: number; id: string; agrees: boolean }>`
    select asked.row, name_key.organisation_id as id,
           asked.acronyms = '{}' or asked.acronyms && name_key.keys
             or not exists (select from unnest(name_key.keys) as key where key like '#%') as agrees
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
             as asked (row integer, identity text, country text, acronyms text[])
      join name_key on name_key.identity = asked.identity and name_key.country is not distinct from asked.country`.execute(
    db,
  );
  const certain = new Map<number, string | null>();
  for (const { row, id, agrees } of found) {
    const other = certain.has(row) && certain.get(row) !== id;
    certain.set(row, agrees && !other ? id : null);
  }
  return new Map([...certain].filter((entry): entry is [number, string] => entry[1] !== null));
}

/** For each name the organisations that could be meant, best first. */
export async function similarTo(db: Reader, names: readonly LocatedName[]): Promise<SimilarOne[][]> {
  const spellings = await spellingsOf(db, [...new Set(names.flatMap(({ name }) => wordsAsked(name)))]);
  const lookUps = names.map(({ name }) => lookUpOf(name, spellings, budget));
  const candidates = await candidatesFor(db, lookUps, limits);
  return names.map((name, row) => bestOf(name, candidates[row]?.best ?? []));
}

/** An organisation counts by the most similar of its names. */
function bestOf(name: LocatedName, candidates: readonly Candidate[]): SimilarOne[] {
  const best = new Map<string, SimilarOne>();
  for (const candidate of candidates) {
    const { organisationId } = candidate;
    const found = compareNames(name, candidate);
    const known = best.get(organisationId)?.similarity ?? leastSimilarity;
    if (found.similarity >= known) best.set(organisationId, { organisationId, ...found });
  }
  return [...best.values()].sort(bySimilarity);
}

function bySimilarity(one: SimilarOne, other: SimilarOne): number {
  return other.similarity - one.similarity || (one.organisationId < other.organisationId ? -1 : 1);
}
