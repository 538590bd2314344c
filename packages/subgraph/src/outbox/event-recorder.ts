import type { AnyDatabase } from './any-database.js';
import type { NewEvent } from './new-event.js';

/** What a command needs of the outbox. */
export interface EventRecorder {
  /**
   * Records events in the command's transaction, in one statement.
   *
   * Call it after the command has taken its locks: of two events that become visible at once, the one recorded first
   * comes first.
   */
  record(tx: AnyDatabase, events: readonly NewEvent[]): Promise<void>;

  /** Has events relayed soon. Call it after the commit; returns at once and never throws. */
  committed(): void;
}
