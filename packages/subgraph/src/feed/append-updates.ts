import type { BusEvent } from '@coalition-hub/bus';
import { type Kysely, sql } from 'kysely';
import type { FeedTable } from './feed-table.js';

/** A row to be: what an event says of a subject. */
export interface NewUpdate {
  readonly subjectId: string;
  readonly kind: string;
  /** By column of the table; those left out are null. */
  readonly facts: Readonly<Record<string, string | null | undefined>>;
  /** The event that told of it. */
  readonly event: Pick<BusEvent, 'stream' | 'position' | 'occurredAt'>;
}

/**
 * Adds to a feed; events that it has already are left out. Under one lock until the commit, so that sequence numbers
 * become visible in their order, and who reads "what comes after" never skips a late commit.
 */
export async function appendUpdates<DB>(
  tx: Kysely<DB>,
  table: FeedTable,
  updates: readonly NewUpdate[],
): Promise<void> {
  if (updates.length === 0) return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`feed ${table.name}`}, 0))`.execute(tx);
  const uuids = [table.subject, ...table.facts];
  const columns = sql.join(
    [...uuids, 'kind', 'occurred_at', 'stream', 'position'].map((name) => sql.ref(name)),
  );
  const rows = JSON.stringify(updates.map((update) => rowOf(table, update)));
  await sql`
    insert into ${sql.table(table.name)} (${columns})
    select ${columns}
      from jsonb_to_recordset(${rows}::jsonb) as told (
             ${sql.join(uuids.map((name) => sql`${sql.ref(name)} uuid`))},
             kind text, occurred_at timestamptz, stream text, position bigint)
     order by position
    on conflict (stream, position) do nothing`.execute(tx);
}

function rowOf(table: FeedTable, { subjectId, kind, facts, event }: NewUpdate) {
  const { occurredAt, stream, position } = event;
  return { ...facts, [table.subject]: subjectId, kind, occurred_at: occurredAt, stream, position };
}
