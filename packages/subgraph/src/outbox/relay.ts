import { type Bus, defaultRetry, faultOf, type Retry, retryDelay, Wakeup } from '@coalition-hub/bus';
import { FreshRun } from './fresh-run.js';
import { readEvents, settleEvents } from './outbox-rows.js';
import type { RelayFailure } from './relay-failure.js';
import { OUTBOX_CHANNEL, RelaySession } from './relay-session.js';
import type { Send } from './send.js';

const POLL_MS = 1_000;
const BATCH_SIZE = 1_000;
const RETRY: Retry = { ...defaultRetry, longestMs: 2_000 };

export interface RelayOptions {
  /** Name of the service, and of its stream. */
  readonly stream: string;
  /** For the relay's own connection; must reach the server itself, not a pooler. */
  readonly connectionString: string;
  readonly bus: Pick<Bus, 'publish' | 'published'>;
  /** Where statements go while the relay has no connection. */
  readonly pool: Send;
  /** How long recorded events may wait when every signal was missed, in milliseconds; 1,000 unless told. */
  readonly pollMs?: number;
  report?(failure: RelayFailure): void;
}

/**
 * Moves events from the outbox to the bus. Of all processes on a database one relays, by a lock of its session; the
 * others stand by. Which process gives positions makes no difference to their order (see `outbox_settle`), so that any
 * of them may do so on request.
 */
export class Relay {
  readonly #wakeup = new Wakeup();
  readonly #stopping = new Wakeup();
  readonly #session: RelaySession;
  readonly #pass = new FreshRun(() => this.#publishNew(settleEvents));
  readonly #look = new FreshRun(() => this.#publishNew(readEvents));
  readonly #notify = new FreshRun(() => this.#tellHolder());
  #published: number | undefined;
  #running: Promise<void> | undefined;
  #stopped: boolean = false;
  #failures = 0;

  constructor(private readonly options: RelayOptions) {
    this.#session = new RelaySession({
      connectionString: options.connectionString,
      applicationName: `${options.stream} relay`,
      onSignal: () => this.#wakeup.ring(),
    });
  }

  /** Whether this process is the one that relays. */
  get holdsLock(): boolean {
    return this.#session.holdsLock;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** Events were committed: has them relayed soon, by whichever process relays. */
  wake(): void {
    if (this.holdsLock) this.#wakeup.ring();
    // A lost signal delays the events until the next poll.
    else this.#notify.run().catch(() => undefined);
  }

  /** Publishes everything committed before this call; returns the newest position. */
  settle(): Promise<number> {
    return this.#pass.run();
  }

  /** Publishes what is committed, then lets another process relay. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wakeup.ring();
    this.#stopping.ring();
    await this.#running;
    await this.#session.close();
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#turn();
        this.#failures = 0;
        if (!this.#stopped) await this.#wakeup.wait(this.options.pollMs ?? POLL_MS);
      } catch (error) {
        await this.#backOff(error);
      }
    }
    if (this.holdsLock) await this.settle().catch((error: unknown) => this.#report(error, 0));
  }

  async #turn(): Promise<void> {
    await this.#session.open();
    if (await this.#session.tryLock()) await this.#pass.run();
    else await this.#look.run();
  }

  async #backOff(error: unknown): Promise<void> {
    this.#failures += 1;
    const retryInMs = retryDelay(RETRY, this.#failures);
    this.#report(error, retryInMs);
    await this.#stopping.wait(retryInMs);
  }

  #report(error: unknown, retryInMs: number): void {
    const { stream } = this.options;
    this.options.report?.({ stream, attempt: this.#failures, retryInMs, fault: faultOf(error) });
  }

  async #publishNew(next: typeof settleEvents): Promise<number> {
    const { bus, stream } = this.options;
    let published = this.#published ?? (await bus.published(stream));
    for (let full = true; full; ) {
      const events = await next(this.#send, stream, published, BATCH_SIZE);
      if (events.length > 0) await bus.publish(stream, events);
      published = Math.max(published, events.at(-1)?.position ?? 0);
      full = events.length === BATCH_SIZE;
    }
    this.#published = Math.max(published, this.#published ?? 0);
    return published;
  }

  async #tellHolder(): Promise<void> {
    await this.#send('select pg_notify($1, $2)', [OUTBOX_CHANNEL, '']);
  }

  /** The relay's own connection is free when all of the pool's are waiting for a lock. */
  readonly #send: Send = async (text, values) => {
    if (!this.#session.connected) return this.options.pool(text, values);
    try {
      return await this.#session.send(text, values);
    } catch (error) {
      if (this.#session.connected) throw error;
      return this.options.pool(text, values);
    }
  };
}
