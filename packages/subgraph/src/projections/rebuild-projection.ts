import type { Bus, BusEvent } from '@coalition-hub/bus';
import { sql } from 'kysely';
import type { AnyDatabase } from '../outbox/any-database.js';
import { createCursors, lockCursors, placeCursor } from './cursors.js';
import { headsOf } from './heads.js';
import { applyEvents, type Projection } from './projection.js';
import { replay } from './replay.js';

const BATCH_SIZE = 500;

export interface RebuildOptions {
  readonly db: AnyDatabase;
  readonly bus: Pick<Bus, 'head' | 'read'>;
  /** Told after every batch how many events were replayed so far. */
  onProgress?(events: number): void;
}

export interface Rebuilt {
  /** False for an append-only log, which is left as it is. */
  readonly rebuilt: boolean;
  /** Events replayed. */
  readonly events: number;
}

/**
 * Empties a projection and replays its streams in one transaction. Readers see the old rows until it commits. Whoever
 * runs the projection meanwhile, in this process or another, waits and then goes on after the replayed events.
 *
 * @throws whatever the projection throws; then everything stays as it was
 */
export async function rebuildProjection(options: RebuildOptions, projection: Projection): Promise<Rebuilt> {
  if (projection.reset === undefined) return { rebuilt: false, events: 0 };
  // Events that are committed but not relayed yet cannot be read.
  await headsOf(options.bus, projection.streams);
  await createCursors(options.db, projection);
  const events = await options.db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await lockCursors(tx, projection.name);
    await projection.reset?.(tx);
    await refuseTableLock(tx, projection);
    return replayInto(tx, projection, options);
  });
  return { rebuilt: true, events };
}

async function replayInto(tx: AnyDatabase, projection: Projection, options: RebuildOptions): Promise<number> {
  const reached = new Map(projection.streams.map((stream) => [stream, 0]));
  let count = 0;
  for await (const batch of batches(replay(options.bus, projection.streams))) {
    await applyEvents(tx, projection, batch);
    for (const event of batch) reached.set(event.stream, event.position);
    count += batch.length;
    options.onProgress?.(count);
  }
  for (const [stream, position] of reached) await placeCursor(tx, projection.name, stream, position);
  return count;
}

/** A batch holds events of one stream, as when they are applied one after the other. */
async function* batches(events: AsyncIterable<BusEvent>): AsyncGenerator<readonly BusEvent[]> {
  let batch: BusEvent[] = [];
  for await (const event of events) {
    if (batch.length === BATCH_SIZE || (batch[0] !== undefined && batch[0].stream !== event.stream)) {
      yield batch;
      batch = [];
    }
    batch.push(event);
  }
  if (batch.length > 0) yield batch;
}

/** `truncate` would make readers wait for the end of the rebuild. */
async function refuseTableLock(tx: AnyDatabase, { name }: Projection): Promise<void> {
  const { rows } = await sql<{ table: string }>`
    select relation::regclass::text as table from pg_locks
    where pid = pg_backend_pid() and locktype = 'relation' and mode = 'AccessExclusiveLock' limit 1
  `.execute(tx);
  const [locked] = rows;
  if (locked === undefined) return;
  throw new Error(
    `The projection ${name} locks ${locked.table} when it is reset; use "delete", not "truncate"`,
  );
}
