import { sql } from 'kysely';
import { type Candidate, candidateOf, type NameRow, nameColumns } from './candidates.js';
import { type SimilarOne, similarTo } from './match-organisations.js';
import type { Reader } from './reader.js';

/**
 * For each organisation those that could be the same body, best first: not those that somebody told apart from it, and
 * not those it is a chapter of or that are its chapters.
 */
export async function similarOrganisations(
  db: Reader,
  ids: readonly string[],
): Promise<Map<string, readonly SimilarOne[]>> {
  const names = await namesOf(db, ids);
  const similar = await similarTo(db, names);
  const settled = await settledPairs(db, ids);
  const found = new Map<string, Map<string, SimilarOne>>(ids.map((id) => [id, new Map()]));
  for (const [index, { organisationId }] of names.entries()) {
    for (const one of similar[index] ?? []) {
      if (one.organisationId === organisationId || settled.has(pairOf(organisationId, one.organisationId)))
        continue;
      keepBest(found.get(organisationId), one);
    }
  }
  return new Map([...found].map(([id, ones]) => [id, [...ones.values()].sort(bySimilarity)]));
}

function keepBest(found: Map<string, SimilarOne> | undefined, one: SimilarOne): void {
  const known = found?.get(one.organisationId);
  if (known === undefined || known.similarity < one.similarity) found?.set(one.organisationId, one);
}

const bySimilarity = (one: SimilarOne, other: SimilarOne) => other.similarity - one.similarity;

/** All names of these organisations. */
export async function namesOf(db: Reader, ids: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<NameRow>`
    select ${nameColumns} from name_key where organisation_id = any(${ids}::uuid[])`.execute(db);
  return rows.map(candidateOf);
}

/** Pairs that are known to be two, under `pairOf`. */
async function settledPairs(db: Reader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ one: string; other: string }>`
    select one, other from told_apart where one = any(${ids}::uuid[]) or other = any(${ids}::uuid[])
    union all
    select id as one, parent_id as other from organisation
     where parent_id is not null and (id = any(${ids}::uuid[]) or parent_id = any(${ids}::uuid[]))`.execute(
    db,
  );
  return new Set(rows.map(({ one, other }) => pairOf(one, other)));
}

/** The same for both orders. */
export function pairOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
