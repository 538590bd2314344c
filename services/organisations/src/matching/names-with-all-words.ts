import { type RawBuilder, sql } from 'kysely';
import { type Candidate, candidateOf, type NameRow, nameColumns } from './candidates.js';
import type { Reader } from './reader.js';

/** Words that more names have are looked for in some of the names first: of 100,000, these are enough to find plenty. */
const veryMany = 8_000;

/** Names that are looked at then. */
const sampled = 6_000;

export interface FrequentWords {
  readonly words: readonly string[];
  /** About how many names have the rarest of them. */
  readonly uses: number;
}

/**
 * The names that have all of these words: those with few others first, or, where very many have them, some that are
 * always the same ones. Ids are random, so the first names by id are a fair sample.
 * @param condition on `organisation`; null for none
 */
export async function namesWithAllWords(
  db: Reader,
  { words, uses }: FrequentWords,
  condition: RawBuilder<boolean> | null,
  most: number,
): Promise<Candidate[]> {
  const sample = sql`(select * from name_key order by organisation_id, position limit ${sampled}::int)`;
  const some = uses > veryMany ? await namesFrom(db, sample, words, condition, most) : [];
  return some.length === most ? some : namesFrom(db, sql`name_key`, words, condition, most);
}

/** All are collected and sorted: an index in this order would be walked to its end for words that long names have. */
async function namesFrom(
  db: Reader,
  names: RawBuilder<unknown>,
  words: readonly string[],
  condition: RawBuilder<boolean> | null,
  most: number,
): Promise<Candidate[]> {
  const organisation = sql`join organisation on organisation.id = name_key.organisation_id`;
  const { rows } = await sql<NameRow>`
    select ${nameColumns}
      from ${names} as name_key ${condition === null ? sql`` : organisation}
     where name_key.keys @> ${words}::text[] ${condition === null ? sql`` : sql`and ${condition}`}
     order by cardinality(name_key.keys), name_key.identity, name_key.organisation_id
     limit ${most}::int`.execute(db);
  return rows.map(candidateOf);
}
