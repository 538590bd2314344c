import type { BusEvent } from './bus-event.js';

/** One event could not be handled; a handler throws it to name the event in the report. */
export class HandlingFailed extends Error {
  override readonly name = 'HandlingFailed';
  readonly event: EventReference;

  constructor(event: BusEvent, cause: unknown) {
    super(`Event ${event.position} of ${event.stream} could not be handled`, { cause });
    this.event = { position: event.position, id: event.id, type: event.type };
  }
}

/** Which event, without what it says. */
export type EventReference = Pick<BusEvent, 'position' | 'id' | 'type'>;
