import { waitUntil } from '@coalition-hub/testkit';
import { type BusUnderTest, busContract, type ContractEvent } from '@coalition-hub/testkit/bus-contract';
import { expect, test } from '@jest/globals';
import {
  type BusEvent,
  type ConsumerFailure,
  type EventLog,
  HandlingFailed,
  InProcessBus,
} from '../src/index.js';

const STREAM = 'organisations';

/** A log that lives in memory and publishes when it is told to settle. */
class MemoryLog implements EventLog {
  readonly events: BusEvent[] = [];
  reads = 0;
  #published = 0;

  constructor(private readonly bus: InProcessBus) {}

  append(events: readonly ContractEvent[]): void {
    for (const event of events) {
      const occurredAt = '2026-11-02T10:00:00.000000Z';
      this.events.push({ ...event, stream: STREAM, position: this.events.length + 1, occurredAt });
    }
  }

  async readAfter(position: number, limit: number): Promise<readonly BusEvent[]> {
    this.reads += 1;
    return this.events.slice(position, position + limit);
  }

  async newest(): Promise<number> {
    return this.events.length;
  }

  async settle(): Promise<number> {
    const events = this.events.slice(this.#published);
    this.#published = this.events.length;
    await this.bus.publish(STREAM, events);
    return this.events.length;
  }
}

function makeBus(
  report?: (failure: ConsumerFailure) => void,
): BusUnderTest & { bus: InProcessBus; log: MemoryLog } {
  const bus = new InProcessBus({ retry: { firstMs: 5, longestMs: 20 }, ...(report && { report }) });
  const log = new MemoryLog(bus);
  bus.attach(STREAM, log);
  const commit = async (events: readonly ContractEvent[]) => {
    log.append(events);
    setTimeout(() => void log.settle(), 1);
  };
  return { bus, log, stream: STREAM, commit, close: () => bus.close() };
}

busContract('in process', async () => makeBus());

const anEvent = (id: string): ContractEvent => ({
  id,
  type: 'TESTED',
  subject: id,
  data: { secret: 'do not log' },
});

test('a consumer that keeps up reads nothing from the log', async () => {
  const { bus, log } = makeBus();
  const seen: number[] = [];
  const consume = (consumer: string) =>
    bus.consume({
      stream: STREAM,
      consumer,
      after: async () => 0,
      handle: async (batch) =>
        seen.push(...batch.map(({ position }) => position)) && (batch.at(-1)?.position ?? 0),
    });
  log.append([anEvent('a')]);
  await log.settle();
  consume('one');
  consume('two');
  log.append([anEvent('b')]);
  await log.settle();
  await waitUntil(() => seen.length === 4, { what: 'both consumers' });
  expect(log.reads).toBe(0);
  await bus.close();
});

test('what was not published in this process is read from the log', async () => {
  const { bus, log } = makeBus();
  const seen: string[] = [];
  log.append([anEvent('a'), anEvent('b'), anEvent('c')]);
  await bus.publish(STREAM, log.events.slice(2));
  bus.consume({
    stream: STREAM,
    consumer: 'late',
    after: async () => 0,
    handle: async (batch) => seen.push(...batch.map(({ id }) => id)) && (batch.at(-1)?.position ?? 0),
  });
  await waitUntil(() => seen.length === 3, { what: 'all three' });
  expect(seen).toEqual(['a', 'b', 'c']);
  await bus.close();
});

test('a gap in what is published is filled from the log', async () => {
  const { bus, log } = makeBus();
  const seen: string[] = [];
  log.append(['a', 'b', 'c', 'd'].map(anEvent));
  await bus.publish(STREAM, log.events.slice(0, 1));
  bus.consume({
    stream: STREAM,
    consumer: 'steady',
    after: async () => 0,
    handle: async (batch) => seen.push(...batch.map(({ id }) => id)) && (batch.at(-1)?.position ?? 0),
  });
  await waitUntil(() => seen.length === 1, { what: 'the first' });
  await bus.publish(STREAM, log.events.slice(3));
  await waitUntil(() => seen.length === 4, { what: 'all four' });
  expect(seen).toEqual(['a', 'b', 'c', 'd']);
  await bus.close();
});

test('a consumer may come before the stream', async () => {
  const bus = new InProcessBus();
  const seen: string[] = [];
  bus.consume({
    stream: STREAM,
    consumer: 'early',
    after: async () => 0,
    handle: async (batch) => seen.push(...batch.map(({ id }) => id)) && (batch.at(-1)?.position ?? 0),
  });
  await expect(bus.head(STREAM)).rejects.toThrow('organisations');
  const log = new MemoryLog(bus);
  log.append([anEvent('a')]);
  bus.attach(STREAM, log);
  await waitUntil(() => seen.length === 1, { what: 'the event' });
  await bus.close();
});

test('a failure is reported with the event it met, not with what is in it', async () => {
  const reports: ConsumerFailure[] = [];
  const { bus, log } = makeBus((failure) => reports.push(failure));
  log.append([anEvent('7f0e')]);
  await log.settle();
  bus.consume({
    stream: STREAM,
    consumer: 'failing',
    after: async () => 0,
    handle: async ([event]) => {
      if (event === undefined) throw new Error('nothing');
      throw new HandlingFailed(event, new TypeError(`cannot read ${JSON.stringify(event.data)}`));
    },
  });
  await waitUntil(() => reports.length >= 4, { what: 'reports' });
  await bus.close();
  expect(reports.slice(0, 4).map(({ attempt, retryInMs }) => [attempt, retryInMs])).toEqual([
    [1, 5],
    [2, 10],
    [3, 20],
    [4, 20],
  ]);
  expect(reports[0]).toMatchObject({
    stream: STREAM,
    consumer: 'failing',
    event: { position: 1, id: '7f0e', type: 'TESTED' },
    fault: { name: 'TypeError' },
  });
  expect(JSON.stringify(reports)).not.toContain('do not log');
});
