import type { BusEvent } from './bus-event.js';

/**
 * The newest events of a stream without a gap, so that consumers that keep up need not read the log, each for itself.
 */
export class RecentEvents {
  #events: BusEvent[] = [];

  constructor(private readonly capacity: number) {}

  /** Adds published events in order; those that it has already had are left out. */
  add(events: readonly BusEvent[]): void {
    for (const event of events) this.#addOne(event);
    if (this.#events.length > 2 * this.capacity) this.#events = this.#events.slice(-this.capacity);
  }

  /** The events after a position, or `undefined` where only the log can tell. */
  after(position: number, limit: number): readonly BusEvent[] | undefined {
    const first = this.#events[0];
    if (first === undefined || position < first.position - 1) return undefined;
    const start = position - first.position + 1;
    return this.#events.slice(start, start + limit);
  }

  #addOne(event: BusEvent): void {
    const last = this.#events.at(-1);
    if (last !== undefined && event.position <= last.position) return;
    // What lies in a gap is not known here; it has to be read from the log.
    if (last !== undefined && event.position !== last.position + 1) this.#events = [];
    this.#events.push(event);
  }
}
