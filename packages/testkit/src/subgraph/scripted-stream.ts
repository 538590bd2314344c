import { randomUUID } from 'node:crypto';
import type { BusEvent, EventLog, InProcessBus } from '@coalition-hub/bus';

export interface ScriptedEvent {
  readonly type: string;
  readonly subject: string;
  readonly data: unknown;
}

/** The stream of a service that does not run in this test: it says what the test wants it to have said. */
export class ScriptedStream implements EventLog {
  readonly #events: BusEvent[] = [];

  constructor(
    readonly stream: string,
    private readonly bus: () => InProcessBus,
  ) {}

  /** Resolves when the bus holds the events; projections follow on their own. */
  async append(...events: ScriptedEvent[]): Promise<readonly BusEvent[]> {
    const added = events.map((event, index) => ({
      ...event,
      stream: this.stream,
      position: this.#events.length + index + 1,
      id: randomUUID(),
      occurredAt: new Date().toISOString(),
    }));
    this.#events.push(...added);
    await this.bus().publish(this.stream, added);
    return added;
  }

  async readAfter(position: number, limit: number): Promise<readonly BusEvent[]> {
    return this.#events.slice(position, position + limit);
  }

  async newest(): Promise<number> {
    return this.#events.length;
  }

  async settle(): Promise<number> {
    return this.#events.length;
  }
}
