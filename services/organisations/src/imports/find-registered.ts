import { sql } from 'kysely';
import { certainOnes, locate } from '../matching/match-organisations.js';
import type { Reader } from '../matching/reader.js';
import type { PrintedBody } from './printed-body.js';

export interface Registered {
  /** The organisation of each body that has one, by the body's place in the list. */
  readonly ids: ReadonlyMap<number, string>;
  /** Those of the ids that were named which there are. */
  readonly existing: ReadonlySet<string>;
}

/** Names per statement of SQL. */
const batch = 1_000;

/** What is known of a list once nobody else can register: another import may have entered some of it since. */
export async function findRegistered(db: Reader, bodies: readonly PrintedBody[]): Promise<Registered> {
  const ids = new Map<number, string>();
  for (let from = 0; from < bodies.length; from += batch) {
    const part = bodies.slice(from, from + batch);
    const certain = await certainOnes(db, part.map(locate));
    const exact = await exactOnes(db, part);
    for (const [index, { organisationId }] of part.entries()) {
      const id = organisationId ?? certain.get(index) ?? exact.get(index);
      if (id !== undefined) ids.set(from + index, id);
    }
  }
  return { ids, existing: await existingOf(db, new Set(ids.values())) };
}

/** By the rule of the index `organisation_once`: also where an acronym in a column of its own says otherwise. */
async function exactOnes(db: Reader, bodies: readonly PrintedBody[]): Promise<ReadonlyMap<number, string>> {
  const asked = bodies.map(({ name, country }, index) => ({ index, name, country: country ?? '' }));
  const { rows } = await sql<{ index: number; id: string }>`
    select asked.index, organisation.id
      from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as asked (index integer, name text, country text)
      join organisation on lower(organisation.name) = lower(asked.name collate "und-x-icu")
       and coalesce(organisation.country, '') = asked.country
     where organisation.merged_into is null`.execute(db);
  return new Map(rows.map(({ index, id }) => [index, id]));
}

async function existingOf(db: Reader, ids: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from organisation where id = any(${[...ids]}::uuid[]) and merged_into is null`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
