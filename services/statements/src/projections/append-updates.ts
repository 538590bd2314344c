import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { type StatementEvent, updateOfEvent } from './update-of-event.js';

/** The feed's own advisory lock: "feed" in ASCII. */
const feedLock = 0x66656564;

/**
 * Adds to the feed what the events say; events that it has already are left out. Under one lock until the commit, so
 * that sequence numbers become visible in their order, and who reads "what comes after" never skips a late commit.
 */
export async function appendUpdates(tx: Kysely<Tables>, events: readonly StatementEvent[]): Promise<void> {
  const rows = events.flatMap(rowOf);
  if (rows.length === 0) return;
  await sql`select pg_advisory_xact_lock(${sql.lit(feedLock)})`.execute(tx);
  await sql`
    insert into statement_update
           (statement_id, kind, revision_id, signature_id, occurred_at, stream, position)
    select statement_id, kind, revision_id, signature_id, occurred_at, stream, position
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told (
             statement_id uuid, kind text, revision_id uuid, signature_id uuid,
             occurred_at timestamptz, stream text, position bigint)
     order by position
    on conflict (stream, position) do nothing`.execute(tx);
}

function rowOf(event: StatementEvent) {
  const update = updateOfEvent(event);
  if (update === null) return [];
  return {
    statement_id: update.statementId,
    kind: update.kind,
    revision_id: update.revisionId ?? null,
    signature_id: update.signatureId ?? null,
    occurred_at: event.occurredAt,
    stream: event.stream,
    position: event.position,
  };
}
