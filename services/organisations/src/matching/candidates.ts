import { type RawBuilder, sql } from 'kysely';
import type { LocatedName } from './compare-names.js';
import { type LookUp, promiseOf } from './look-up.js';
import type { Reader } from './reader.js';
import { nameOfSearchKeys } from './search-keys.js';

/** A name in the registry that may be one that was asked for. */
export interface Candidate extends LocatedName {
  readonly organisationId: string;
}

/** A row of `name_key`; keys have no blanks, so one text takes the place of a list, which costs more to read. */
export interface NameRow {
  readonly organisation_id: string;
  readonly identity: string;
  readonly country: string | null;
  readonly keys: string;
  readonly latin: boolean;
}

interface FoundRow extends NameRow {
  readonly row: number;
}

export interface CandidateLimits {
  /** Names read for the rare words of one look-up. */
  readonly any: number;
  /** Names read for one set of frequent words. */
  readonly set: number;
  /** Names of one look-up that are worth comparing. */
  readonly best: number;
}

export interface Candidates {
  /** How many names were read. */
  readonly read: number;
  readonly best: readonly Candidate[];
}

/** The most promising names that each look-up leads to, read in one statement for all of them. */
export async function candidatesFor(
  db: Reader,
  lookUps: readonly LookUp[],
  limits: CandidateLimits,
  condition: RawBuilder<boolean> | null = null,
): Promise<Candidates[]> {
  const any = lookUps.flatMap(({ any: keys }, row) => (keys.length > 0 ? [{ row, keys }] : []));
  const sets = lookUps.flatMap(({ sets: all }, row) => all.map((keys) => ({ row, keys })));
  const { rows } = await sql<FoundRow>`
    ${found(any, sql`&&`, limits.any, condition)}
    union all
    ${found(sets, sql`@>`, limits.set, condition)}`.execute(db);
  const byRow = lookUps.map((): FoundRow[] => []);
  for (const row of rows) byRow[row.row]?.push(row);
  return lookUps.map((lookUp, row) => mostPromising(lookUp, byRow[row] ?? [], limits.best));
}

function found(
  asked: readonly { row: number; keys: readonly string[] }[],
  operator: RawBuilder<unknown>,
  most: number,
  condition: RawBuilder<boolean> | null,
): RawBuilder<unknown> {
  const organisation = sql`join organisation on organisation.id = name_key.organisation_id`;
  return sql`
    select asked.row, named.*
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (row integer, keys text[])
     cross join lateral (
       select ${nameColumns}
         from name_key ${condition === null ? sql`` : organisation}
        where name_key.keys ${operator} asked.keys ${condition === null ? sql`` : sql`and ${condition}`}
        limit ${most}::int) as named`;
}

/** See `NameRow`. */
export const nameColumns = sql`
  name_key.organisation_id, name_key.identity, name_key.country, array_to_string(name_key.keys, ' ') as keys,
  name_key.latin`;

function mostPromising(lookUp: LookUp, rows: readonly FoundRow[], best: number): Candidates {
  const promising = rows.map((row) => {
    const keys = row.keys.split(' ');
    return { row, keys, promise: promiseOf(lookUp, keys) };
  });
  promising.sort((one, other) => other.promise - one.promise || compareIds(one.row, other.row));
  return { read: rows.length, best: promising.slice(0, best).map(({ row }) => candidateOf(row)) };
}

function compareIds(one: NameRow, other: NameRow): number {
  return one.organisation_id < other.organisation_id ? -1 : 1;
}

export function candidateOf({ organisation_id, identity, country, keys, latin }: NameRow): Candidate {
  return {
    organisationId: organisation_id,
    country,
    name: nameOfSearchKeys(identity, latin, keys.split(' ')),
  };
}
