import type { Bus, BusEvent } from '@coalition-hub/bus';

const PAGE_SIZE = 1_000;

/**
 * All events of several streams, from the beginning to the newest at the time of reading, in the order in which they
 * happened; each stream in its own order.
 */
export async function* replay(bus: Pick<Bus, 'read'>, streams: readonly string[]): AsyncGenerator<BusEvent> {
  const readers = streams.map((stream) => new StreamReader(bus, stream));
  for (;;) {
    const earliest = await earliestOf(readers);
    const event = earliest?.take();
    if (event === undefined) return;
    yield event;
  }
}

async function earliestOf(readers: readonly StreamReader[]): Promise<StreamReader | undefined> {
  let earliest: StreamReader | undefined;
  for (const reader of readers) {
    const next = await reader.peek();
    if (next !== undefined && !(earliest?.happensBefore(next) ?? false)) earliest = reader;
  }
  return earliest;
}

class StreamReader {
  #page: readonly BusEvent[] = [];
  #index = 0;
  #after = 0;
  #ended: boolean = false;

  constructor(
    private readonly bus: Pick<Bus, 'read'>,
    private readonly stream: string,
  ) {}

  async peek(): Promise<BusEvent | undefined> {
    if (this.#index === this.#page.length && !this.#ended) await this.#turnPage();
    return this.#page[this.#index];
  }

  take(): BusEvent | undefined {
    const event = this.#page[this.#index];
    this.#index += 1;
    return event;
  }

  /** Equal times keep the order of the streams. */
  happensBefore(other: BusEvent): boolean {
    const next = this.#page[this.#index];
    return next !== undefined && next.occurredAt <= other.occurredAt;
  }

  async #turnPage(): Promise<void> {
    this.#page = await this.bus.read(this.stream, this.#after, PAGE_SIZE);
    this.#index = 0;
    this.#after = this.#page.at(-1)?.position ?? this.#after;
    this.#ended = this.#page.length === 0;
  }
}
