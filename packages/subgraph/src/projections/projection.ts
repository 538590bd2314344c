import type { BusEvent } from '@coalition-hub/bus';
import type { AnyDatabase } from '../outbox/any-database.js';

/** Rows that a service keeps from what others, or it itself, told. */
export type Projection = OneByOne | InBatches;

interface ProjectionShape {
  /** Key of its cursors; never changes once released. */
  readonly name: string;
  readonly streams: readonly string[];

  /**
   * Empties the projection's tables, by `delete`: readers see the old rows until a rebuild has committed. Absent: an
   * append-only log, which is not rebuilt.
   */
  reset?(tx: AnyDatabase): Promise<void>;

  /** In the process that applied the events; not after a rebuild. */
  afterCommit?(events: readonly BusEvent[]): void;
}

interface OneByOne extends ProjectionShape {
  /** Changes rows in the transaction that moves the cursor: each event counts once. */
  apply(tx: AnyDatabase, event: BusEvent): Promise<void>;
}

interface InBatches extends ProjectionShape {
  /** As `apply`, for many events of one stream at a time, oldest first. */
  applyBatch(tx: AnyDatabase, events: readonly BusEvent[]): Promise<void>;
}

/** Applies events of one stream, oldest first. */
export async function applyEvents(
  tx: AnyDatabase,
  projection: Projection,
  events: readonly BusEvent[],
): Promise<void> {
  if ('applyBatch' in projection) return projection.applyBatch(tx, events);
  for (const event of events) await projection.apply(tx, event);
}
