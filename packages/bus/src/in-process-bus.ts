import type { Bus, ConsumeOptions, Consumption } from './bus.js';
import type { BusEvent } from './bus-event.js';
import type { ConsumerFailure } from './consumer-failure.js';
import { ConsumerLoop } from './consumer-loop.js';
import type { EventLog } from './event-log.js';
import { RecentEvents } from './recent-events.js';
import { defaultRetry, type Retry } from './retry.js';

const RECENT_EVENTS = 1_000;

export interface InProcessBusOptions {
  readonly retry?: Retry;
  /** Called at each failure of a consumer. */
  report?(failure: ConsumerFailure): void;
}

/** The bus of one process: the services' own logs are the store, publishing wakes the consumers. */
export class InProcessBus implements Bus {
  readonly #streams = new Map<string, Stream>();

  constructor(private readonly options: InProcessBusOptions = {}) {}

  /** Says where a stream is kept. Consumers that waited for it begin. */
  attach(stream: string, log: EventLog): void {
    const entry = this.#stream(stream);
    if (entry.log !== undefined) throw new Error(`The stream ${stream} has a log already`);
    entry.log = log;
    entry.wake();
  }

  async publish(stream: string, events: readonly BusEvent[]): Promise<void> {
    const entry = this.#stream(stream);
    entry.recent.add(events);
    entry.wake();
  }

  async published(stream: string): Promise<number> {
    return this.#log(stream).newest();
  }

  consume(options: ConsumeOptions): Consumption {
    const entry = this.#stream(options.stream);
    const loop = new ConsumerLoop({
      consume: options,
      source: (after, limit) => entry.read(after, limit),
      retry: this.options.retry ?? defaultRetry,
      report: (failure) => this.options.report?.(failure),
    });
    entry.loops.add(loop);
    return { stop: () => loop.stop().finally(() => entry.loops.delete(loop)) };
  }

  async read(stream: string, after: number, limit: number): Promise<readonly BusEvent[]> {
    return this.#log(stream).readAfter(after, limit);
  }

  async head(stream: string): Promise<number> {
    return this.#log(stream).settle();
  }

  async close(): Promise<void> {
    const loops = [...this.#streams.values()].flatMap((entry) => [...entry.loops]);
    await Promise.all(loops.map((loop) => loop.stop()));
  }

  #stream(name: string): Stream {
    const known = this.#streams.get(name);
    if (known !== undefined) return known;
    const entry = new Stream();
    this.#streams.set(name, entry);
    return entry;
  }

  #log(stream: string): EventLog {
    const log = this.#streams.get(stream)?.log;
    if (log === undefined) throw new Error(`Nobody has attached the stream ${stream}`);
    return log;
  }
}

class Stream {
  log: EventLog | undefined;
  readonly recent = new RecentEvents(RECENT_EVENTS);
  readonly loops = new Set<ConsumerLoop>();

  wake(): void {
    for (const loop of this.loops) loop.wake();
  }

  read(after: number, limit: number): Promise<readonly BusEvent[]> | undefined {
    const recent = this.recent.after(after, limit);
    return recent === undefined ? this.log?.readAfter(after, limit) : Promise.resolve(recent);
  }
}
