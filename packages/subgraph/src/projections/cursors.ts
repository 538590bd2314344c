import { sql } from 'kysely';
import type { AnyDatabase } from '../outbox/any-database.js';
import type { Projection } from './projection.js';

/** Positions by stream. */
export type Positions = ReadonlyMap<string, number>;

/** Begins the cursors that do not exist yet, before the first event. */
export async function createCursors(db: AnyDatabase, { name, streams }: Projection): Promise<void> {
  await sql`
    insert into projection_cursor (projection, stream)
    select ${name}::text, stream from unnest(${streams}::text[]) as stream
    on conflict do nothing
  `.execute(db);
}

/** The last position applied. */
export async function readCursor(db: AnyDatabase, projection: string, stream: string): Promise<number> {
  const { rows } = await sql<{ position: string }>`
    select position::text from projection_cursor where projection = ${projection} and stream = ${stream}
  `.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error(`The projection ${projection} has no cursor in ${stream}`);
  return Number(row.position);
}

/** Moves a cursor within a transaction; `false` when another process has moved it already. */
export async function advanceCursor(
  tx: AnyDatabase,
  projection: string,
  stream: string,
  believed: number,
  reached: number,
): Promise<boolean> {
  const { rows } = await sql<{ advanced: boolean }>`
    select projection_advance(${projection}, ${stream}, ${believed}, ${reached}) as advanced
  `.execute(tx);
  return rows[0]?.advanced === true;
}

/** Holds back everybody else who would apply events to the projection, until the end of the transaction. */
export async function lockCursors(tx: AnyDatabase, projection: string): Promise<void> {
  await sql`
    select from projection_cursor where projection = ${projection} order by stream for update
  `.execute(tx);
}

/** Puts a locked cursor somewhere else. */
export async function placeCursor(
  tx: AnyDatabase,
  projection: string,
  stream: string,
  position: number,
): Promise<void> {
  await sql`
    update projection_cursor set position = ${position} where projection = ${projection} and stream = ${stream}
  `.execute(tx);
}
