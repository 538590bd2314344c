import type { BusEvent } from './bus-event.js';

/** A service's own log of events, which the bus in process reads instead of keeping a copy. */
export interface EventLog {
  /** Events after a position, oldest first, at most `limit`. */
  readAfter(position: number, limit: number): Promise<readonly BusEvent[]>;

  /** The newest position given so far, 0 for none. */
  newest(): Promise<number>;

  /** Gives every event committed before this call its position, publishes it, and returns the newest position. */
  settle(): Promise<number>;
}
