import { sql } from 'kysely';
import { isUuid } from '../loaders/uuid.js';
import type { AnyDatabase } from '../outbox/any-database.js';

/** The organisation that each id stands for now: what it was merged into, or itself. Call it under `holdMerges`. */
export async function survivorsOf(
  db: AnyDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; into: string }>`
    select id, into_id as "into" from merged_organisation
     where id = any(${[...new Set(ids.filter(isUuid))]}::uuid[])`.execute(db);
  const merged = new Map(rows.map(({ id, into }) => [id, into]));
  return new Map(ids.map((id) => [id, merged.get(id.toLowerCase()) ?? id]));
}

/** The organisations that ids stand for now, in their order: one for two ids of one. */
export async function asSurvivors(db: AnyDatabase, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  return [...new Set((await survivorsOf(db, ids)).values())];
}
