import { type BusEvent, HandlingFailed } from '@coalition-hub/bus';
import type { AnyDatabase } from '../outbox/any-database.js';
import { advanceCursor, readCursor } from './cursors.js';
import { applyEvents, type Projection } from './projection.js';

/** Events of one stream, and the position after which the projection is believed to be. */
export interface Batch {
  readonly stream: string;
  readonly after: number;
  readonly events: readonly BusEvent[];
  /** Told of each commit. */
  onApplied(events: readonly BusEvent[]): void;
}

/**
 * Applies a batch and moves the cursor in one transaction. When that fails, the events are applied one by one, so that
 * those before the failing one are not held back by it.
 *
 * @returns where the cursor is now, which is not the end of the batch if another process has moved it meanwhile
 * @throws HandlingFailed naming the event that could not be applied
 */
export async function applyBatch(db: AnyDatabase, projection: Projection, batch: Batch): Promise<number> {
  try {
    return await applyTogether(db, projection, batch);
  } catch (error) {
    const [first, second] = batch.events;
    if (first === undefined) throw error;
    if (second === undefined) throw new HandlingFailed(first, error);
    return await applyOneByOne(db, projection, batch);
  }
}

async function applyTogether(db: AnyDatabase, projection: Projection, batch: Batch): Promise<number> {
  const { stream, after, events } = batch;
  const reached = events.at(-1)?.position ?? after;
  const advanced = await db.transaction().execute(async (tx) => {
    // First, because it is what keeps other processes away from the rows.
    if (!(await advanceCursor(tx, projection.name, stream, after, reached))) return false;
    await applyEvents(tx, projection, events);
    return true;
  });
  if (!advanced) return readCursor(db, projection.name, stream);
  batch.onApplied(events);
  return reached;
}

async function applyOneByOne(db: AnyDatabase, projection: Projection, batch: Batch): Promise<number> {
  let after = batch.after;
  for (const event of batch.events) {
    const reached = await applyBatch(db, projection, { ...batch, after, events: [event] });
    if (reached !== event.position) return reached;
    after = reached;
  }
  return after;
}
