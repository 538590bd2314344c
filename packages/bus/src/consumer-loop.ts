import type { ConsumeOptions, Consumption } from './bus.js';
import type { BusEvent } from './bus-event.js';
import { type ConsumerFailure, explainFailure } from './consumer-failure.js';
import { type Retry, retryDelay } from './retry.js';
import { Wakeup } from './wakeup.js';

const BATCH_SIZE = 500;

/** Where a consumer's events come from: `undefined` while the stream does not exist yet. */
export type EventSource = (after: number, limit: number) => Promise<readonly BusEvent[]> | undefined;

export interface ConsumerLoopOptions {
  readonly consume: ConsumeOptions;
  readonly source: EventSource;
  readonly retry: Retry;
  report(failure: ConsumerFailure): void;
}

/** Hands one consumer its events, batch after batch. */
export class ConsumerLoop implements Consumption {
  readonly #published = new Wakeup();
  readonly #stopping = new Wakeup();
  readonly #ended: Promise<void>;
  #stopped: boolean = false;
  #position: number | undefined;
  #failures = 0;

  constructor(private readonly options: ConsumerLoopOptions) {
    this.#ended = this.#run();
  }

  /** There may be something new. */
  wake(): void {
    this.#published.ring();
  }

  stop(): Promise<void> {
    this.#stopped = true;
    this.#published.ring();
    this.#stopping.ring();
    return this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        await this.#step();
        this.#failures = 0;
      } catch (error) {
        await this.#backOff(error);
      }
    }
  }

  async #step(): Promise<void> {
    const { consume, source } = this.options;
    this.#position ??= await consume.after();
    const batch = await source(this.#position, consume.batchSize ?? BATCH_SIZE);
    if (this.#stopped) return;
    if (batch !== undefined && batch.length > 0) this.#position = await consume.handle(batch);
    else await this.#rest(this.#position, batch !== undefined);
  }

  async #rest(position: number, caughtUp: boolean): Promise<void> {
    if (caughtUp) this.options.consume.onCaughtUp?.(position);
    await this.#published.wait();
  }

  async #backOff(error: unknown): Promise<void> {
    this.#position = undefined;
    this.#failures += 1;
    const retryInMs = retryDelay(this.options.retry, this.#failures);
    const { stream, consumer } = this.options.consume;
    this.options.report({ stream, consumer, attempt: this.#failures, retryInMs, ...explainFailure(error) });
    await this.#stopping.wait(retryInMs);
  }
}
