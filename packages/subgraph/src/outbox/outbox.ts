import type { Bus, BusEvent, EventLog } from '@coalition-hub/bus';
import type { AnyDatabase } from './any-database.js';
import type { EventRecorder } from './event-recorder.js';
import type { NewEvent } from './new-event.js';
import { newestPosition, readEvents } from './outbox-rows.js';
import { recordEvents } from './record-events.js';
import { Relay } from './relay.js';
import type { RelayFailure } from './relay-failure.js';
import { type Send, sendOverPool } from './send.js';

export interface OutboxOptions {
  /** Name of the service, and of its stream. */
  readonly stream: string;
  readonly db: AnyDatabase;
  /** For the relay's own connection; must reach the server itself, not a pooler. */
  readonly connectionString: string;
  readonly bus: Pick<Bus, 'publish' | 'published'>;
  /** How long recorded events may wait when every signal was missed, in milliseconds; 1,000 unless told. */
  readonly pollMs?: number;
  report?(failure: RelayFailure): void;
}

/** A service's outbox: where commands record events, the log of them, and the relay that publishes them. */
export class Outbox implements EventLog, EventRecorder {
  readonly stream: string;
  readonly #send: Send;
  readonly #relay: Relay;

  constructor({ db, ...options }: OutboxOptions) {
    this.stream = options.stream;
    this.#send = sendOverPool(db);
    this.#relay = new Relay({ ...options, pool: this.#send });
  }

  /** Begins to relay, or to stand by while another process does. Works without it only on `settle`. */
  start(): void {
    this.#relay.start();
  }

  record(tx: AnyDatabase, events: readonly NewEvent[]): Promise<void> {
    return recordEvents(tx, events);
  }

  committed(): void {
    this.#relay.wake();
  }

  /** Whether this process is the one that relays. */
  get relays(): boolean {
    return this.#relay.holdsLock;
  }

  readAfter(position: number, limit: number): Promise<readonly BusEvent[]> {
    return readEvents(this.#send, this.stream, position, limit);
  }

  newest(): Promise<number> {
    return newestPosition(this.#send);
  }

  settle(): Promise<number> {
    return this.#relay.settle();
  }

  /** Publishes what is committed and closes the relay's connection; stop the consumers first. */
  stop(): Promise<void> {
    return this.#relay.stop();
  }
}
