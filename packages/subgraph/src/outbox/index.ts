export type { AnyDatabase } from './any-database.js';
export type { EventRecorder } from './event-recorder.js';
export type { NewEvent } from './new-event.js';
export { Outbox, type OutboxOptions } from './outbox.js';
export { outboxTables } from './outbox-tables.js';
export { recordEvents } from './record-events.js';
export type { RelayFailure } from './relay-failure.js';
