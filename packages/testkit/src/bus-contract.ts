import { randomUUID } from 'node:crypto';
import type { Bus, BusEvent, ConsumeOptions, Consumption } from '@coalition-hub/bus';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { waitUntil } from './wait-until.js';

/** One bus with one stream, fresh for each test; failing consumers should be retried within 100 ms. */
export interface BusUnderTest {
  readonly bus: Bus;
  readonly stream: string;
  /** Commits events on the owner's side, without waiting until they are published. */
  commit(events: readonly ContractEvent[]): Promise<void>;
  close(): Promise<void>;
}

export interface ContractEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly data: object;
}

/** What every implementation of the bus does. */
export function busContract(name: string, makeBus: () => Promise<BusUnderTest>): void {
  describe(`bus contract: ${name}`, () => {
    let made: BusUnderTest;
    beforeEach(async () => {
      made = await makeBus();
    });
    afterEach(() => made.close());

    const commit = async (count: number): Promise<readonly ContractEvent[]> => {
      const events = Array.from({ length: count }, (_, index) => contractEvent(index));
      await made.commit(events);
      return events;
    };
    const collect = (options: Partial<ConsumeOptions> = {}): Collector => new Collector(made, options);

    test('the head of a stream without events is 0', async () => {
      expect(await made.bus.head(made.stream)).toBe(0);
      expect(await made.bus.read(made.stream, 0, 10)).toEqual([]);
    });

    test('the head covers everything committed before it was asked for', async () => {
      for (let count = 1; count <= 5; count += 1) {
        await commit(1);
        const head = await made.bus.head(made.stream);
        expect((await made.bus.read(made.stream, 0, 100)).map(({ position }) => position)).toHaveLength(
          count,
        );
        expect((await made.bus.read(made.stream, 0, 100)).at(-1)?.position).toBe(head);
      }
    });

    test('an event arrives as it was recorded', async () => {
      const [sent] = await commit(1);
      const [event] = (await collect().until(1)).events;
      expect(event).toEqual({
        ...sent,
        stream: made.stream,
        position: expect.any(Number),
        occurredAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
      });
    });

    test('a consumer gets what was there before it and what comes later, each once and in order', async () => {
      const before = await commit(3);
      const collector = await collect().until(3);
      const after = await commit(4);
      await collector.until(7);
      expect(collector.ids()).toEqual([...before, ...after].map(({ id }) => id));
      expect(collector.positions()).toEqual([...collector.positions()].sort((a, b) => a - b));
    });

    test('a consumer begins after its own cursor', async () => {
      const sent = await commit(4);
      await made.bus.head(made.stream);
      const [, second] = await made.bus.read(made.stream, 0, 2);
      const collector = await collect({ after: async () => second?.position ?? 0 }).until(2);
      expect(collector.ids()).toEqual(sent.slice(2).map(({ id }) => id));
    });

    test('a consumer goes on after the position that its handler returns', async () => {
      const sent = await commit(3);
      const moved = await made.bus.head(made.stream);
      const collector = collect({ batchSize: 1 });
      collector.moveTo = moved;
      await collector.until(1);
      const [later] = await commit(1);
      await collector.until(2);
      expect(collector.ids()).toEqual([sent[0]?.id, later?.id]);
    });

    test('every consumer gets every event', async () => {
      const [one, two] = [collect({ consumer: 'one' }), collect({ consumer: 'two' })];
      await commit(3);
      await Promise.all([one.until(3), two.until(3)]);
      expect(one.ids()).toEqual(two.ids());
    });

    test('a batch is no larger than asked for', async () => {
      await commit(7);
      const collector = await collect({ batchSize: 3 }).until(7);
      expect(Math.max(...collector.sizes)).toBeLessThanOrEqual(3);
    });

    test('an event that cannot be handled comes again and is not skipped', async () => {
      const sent = await commit(2);
      const collector = collect({ batchSize: 1 });
      collector.failures = 3;
      await collector.until(2);
      expect(collector.ids()).toEqual(sent.map(({ id }) => id));
      expect(collector.attempts).toBe(5);
    });

    test('one failing consumer does not hold up another', async () => {
      const failing = collect({ consumer: 'failing' });
      failing.failures = Number.POSITIVE_INFINITY;
      await commit(2);
      await collect({ consumer: 'working' }).until(2);
      expect(failing.events).toEqual([]);
    });

    test('a consumer is told when it has caught up', async () => {
      const caughtUp: number[] = [];
      await commit(2);
      const head = await made.bus.head(made.stream);
      collect({ onCaughtUp: (position) => caughtUp.push(position) });
      await waitUntil(() => caughtUp.includes(head), { what: 'caught up' });
    });

    test('stopping waits for the batch at work, and nothing comes afterwards', async () => {
      const collector = collect({ batchSize: 1 });
      collector.delayMs = 50;
      await commit(2);
      await waitUntil(() => collector.attempts === 1, { what: 'a batch at work' });
      await collector.consumption.stop();
      expect(collector.events).toHaveLength(1);
      await commit(1);
      await made.bus.head(made.stream);
      expect(collector.attempts).toBe(1);
    });

    test('publishing again what was published changes nothing', async () => {
      const collector = collect();
      await commit(3);
      await collector.until(3);
      await made.bus.publish(made.stream, await made.bus.read(made.stream, 0, 2));
      const [last] = await commit(1);
      await collector.until(4);
      expect(collector.ids().at(-1)).toBe(last?.id);
      expect(new Set(collector.ids()).size).toBe(collector.ids().length);
    });

    test('what was published is known, so that a relay goes on after it', async () => {
      await commit(3);
      const head = await made.bus.head(made.stream);
      expect(await made.bus.published(made.stream)).toBe(head);
    });

    test('reading goes page by page', async () => {
      const sent = await commit(5);
      await made.bus.head(made.stream);
      const first = await made.bus.read(made.stream, 0, 2);
      const rest = await made.bus.read(made.stream, first.at(-1)?.position ?? 0, 10);
      expect([...first, ...rest].map(({ id }) => id)).toEqual(sent.map(({ id }) => id));
    });
  });
}

function contractEvent(index: number): ContractEvent {
  return {
    id: randomUUID(),
    type: 'TESTED',
    subject: `subject-${index}`,
    data: { index, nested: { text: 'é' } },
  };
}

/** A consumer that keeps what it gets. */
class Collector {
  readonly events: BusEvent[] = [];
  readonly sizes: number[] = [];
  readonly consumption: Consumption;
  attempts = 0;
  failures = 0;
  delayMs = 0;
  /** Returned for the first batch in place of its end. */
  moveTo: number | undefined;

  constructor(made: BusUnderTest, options: Partial<ConsumeOptions>) {
    this.consumption = made.bus.consume({
      stream: made.stream,
      consumer: 'collector',
      after: async () => this.events.at(-1)?.position ?? 0,
      handle: (batch) => this.#handle(batch),
      ...options,
    });
  }

  async until(count: number): Promise<this> {
    await waitUntil(() => this.events.length >= count, { what: `${count} events` });
    return this;
  }

  ids(): string[] {
    return this.events.map(({ id }) => id);
  }

  positions(): number[] {
    return this.events.map(({ position }) => position);
  }

  async #handle(batch: readonly BusEvent[]): Promise<number> {
    this.attempts += 1;
    this.sizes.push(batch.length);
    await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (this.failures > 0) {
      this.failures -= 1;
      throw new Error('The handler was told to fail');
    }
    this.events.push(...batch);
    const { moveTo } = this;
    this.moveTo = undefined;
    return moveTo ?? batch.at(-1)?.position ?? 0;
  }
}
