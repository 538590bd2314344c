import type { BusEvent } from '@coalition-hub/bus';
import type { Send } from './send.js';

/** Text wherever drivers differ in how they parse a type. */
interface OutboxRow {
  readonly position: string;
  readonly event_id: string;
  readonly type: string;
  readonly subject: string;
  readonly occurred_at: string;
  readonly data: string;
}

const COLUMNS = `
  position::text, event_id::text, type, subject, data::text,
  to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as occurred_at`;

/** Events that have their position and come after the given one, oldest first. */
export async function readEvents(
  send: Send,
  stream: string,
  after: number,
  limit: number,
): Promise<BusEvent[]> {
  const text = `select ${COLUMNS} from outbox where position > $1 order by outbox.position limit $2`;
  return (await send<OutboxRow>(text, [after, limit])).map((row) => toEvent(stream, row));
}

/** Gives at most `limit` events their position, then reads like `readEvents`. */
export async function settleEvents(
  send: Send,
  stream: string,
  after: number,
  limit: number,
): Promise<BusEvent[]> {
  const text = `select ${COLUMNS} from outbox_settle($1, $2) as settled order by settled.position`;
  return (await send<OutboxRow>(text, [after, limit])).map((row) => toEvent(stream, row));
}

/** The newest position given, 0 for none. */
export async function newestPosition(send: Send): Promise<number> {
  const text = 'select coalesce(max(position), 0)::text as newest from outbox';
  const [row] = await send<{ newest: string }>(text, []);
  return Number(row?.newest ?? 0);
}

function toEvent(stream: string, row: OutboxRow): BusEvent {
  return {
    stream,
    position: Number(row.position),
    id: row.event_id,
    type: row.type,
    subject: row.subject,
    occurredAt: row.occurred_at,
    data: JSON.parse(row.data),
  };
}
