import { sql } from 'kysely';
import type { AnyDatabase } from './any-database.js';
import type { NewEvent } from './new-event.js';

/** Writes events into the outbox in the given transaction and order, in one statement. */
export async function recordEvents(tx: AnyDatabase, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  await sql`
    insert into outbox (event_id, type, subject, occurred_at, data)
    select coalesce(event.id, gen_random_uuid()), event.type, event.subject,
           coalesce(event."occurredAt", hub_now()), event.data
    from rows from (
      jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as (id uuid, type text, subject text, "occurredAt" timestamptz, data jsonb)
    ) with ordinality as event (id, type, subject, "occurredAt", data, turn)
    order by event.turn
  `.execute(tx);
}
