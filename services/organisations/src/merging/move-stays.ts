import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { joinStays, type Stay } from './join-stays.js';

/** A table of an organisation's times in something, of which two must not share a day. */
interface StayTable {
  readonly table: string;
  /** Columns that together say in what. */
  readonly place: readonly string[];
  readonly since: string;
  readonly until: string;
}

const stayTables: readonly StayTable[] = [
  { table: 'membership', place: ['coalition_id'], since: 'joined_on', until: 'ended_on' },
  { table: 'role_term', place: ['coalition_id', 'role'], since: 'since', until: 'until' },
  { table: 'working_group_membership', place: ['working_group_id'], since: 'since', until: 'until' },
];

/** Makes the kept organisation's what the merged one was in coalitions and working groups. */
export async function moveStays(tx: Kysely<Tables>, keptId: string, mergedId: string): Promise<void> {
  for (const table of stayTables) await moveTable(tx, table, keptId, mergedId);
}

async function moveTable(
  tx: Kysely<Tables>,
  { table, place, since, until }: StayTable,
  keptId: string,
  mergedId: string,
): Promise<void> {
  const { rows } = await sql<Stay & { organisation_id: string }>`
    select id, organisation_id, concat_ws(' ', ${sql.join(place.map((column) => sql.ref(column)))}) as place,
           ${sql.ref(since)} as since, ${sql.ref(until)} as until
      from ${sql.table(table)}
     where organisation_id in (${keptId}, ${mergedId})
     order by ${sql.ref(since)}, id for update`.execute(tx);
  const of = (id: string) => rows.filter(({ organisation_id }) => organisation_id === id);
  const { moved, prolonged, dropped } = joinStays(of(keptId), of(mergedId));
  // In this order: the days of what is dropped are free before others take them.
  await sql`delete from ${sql.table(table)} where id = any(${dropped}::uuid[])`.execute(tx);
  await sql`update ${sql.table(table)} set organisation_id = ${keptId} where id = any(${moved}::uuid[])`.execute(
    tx,
  );
  for (const stay of prolonged)
    await sql`
      update ${sql.table(table)} set ${sql.ref(since)} = ${stay.since}, ${sql.ref(until)} = ${stay.until}
       where id = ${stay.id}`.execute(tx);
}
