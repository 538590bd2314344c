import { type BusEvent, type ConsumerFailure, InProcessBus } from '@coalition-hub/bus';
import { createTestDatabase, recordStatements, type TestDatabase, waitUntil } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { type Projection, ProjectionRunner } from '../src/projections/index.js';
import { event, outboxTemplate, type Tables, TestService } from './outbox-service.js';
import { seenBy, seenPositions } from './projections-seen.js';

let database: TestDatabase;
let service: TestService;
let failures: ConsumerFailure[];
const stops: (() => Promise<void>)[] = [];

beforeAll(async () => {
  database = await createTestDatabase(outboxTemplate);
});
afterAll(() => database.drop());

beforeEach(async () => {
  service = open();
  await sql`truncate outbox, projection_cursor, seen`.execute(service.db);
  service.outbox.start();
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

function open(): TestService {
  failures = [];
  const report = (failure: ConsumerFailure) => failures.push(failure);
  const bus = new InProcessBus({ retry: { firstMs: 10, longestMs: 50 }, report });
  const opened = new TestService(database.url, 'statements', bus, { pollMs: 50 });
  stops.push(() => opened.stop());
  return opened;
}

async function run(
  { db, bus }: TestService,
  ...projections: readonly Projection[]
): Promise<ProjectionRunner> {
  const runner = new ProjectionRunner({ db, bus, projections });
  await runner.start();
  stops.push(() => runner.stop());
  return runner;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

test('two processes that run one projection apply each event once', async () => {
  const other = open();
  other.outbox.start();
  const runners = [
    await run(service, seenBy('shared', ['statements'])),
    await run(other, seenBy('shared', ['statements'])),
  ];
  await Promise.all(upTo(60).map((index) => (index % 2 === 0 ? service : other).record([`event-${index}`])));
  for (const runner of runners)
    expect(await runner.catchUp({ timeoutMs: 5_000 })).toMatchObject({ caughtUp: true });
  expect(await seenPositions(service, 'shared')).toEqual(upTo(60));
  expect(failures).toEqual([]);
});

test('a projection of several streams is written by one transaction at a time', async () => {
  let atWork = 0;
  let most = 0;
  const streams = ['statements', 'organisations'];
  const counting = seenBy('counting', streams);
  const slow: Projection = {
    ...counting,
    async apply(tx: Kysely<Tables>, busEvent: BusEvent) {
      atWork += 1;
      most = Math.max(most, atWork);
      await sql`select pg_sleep(0.005)`.execute(tx);
      await counting.apply(tx, busEvent);
      atWork -= 1;
    },
  };
  // The other stream is the same outbox under another name: what matters here is that there are two.
  service.bus.attach('organisations', service.outbox);
  const runner = await run(service, slow);
  for (const index of upTo(10)) {
    await service.record([`event-${index}`]);
    await service.outbox.settle();
    await service.bus.publish('organisations', await service.bus.read('statements', 0, 100));
  }
  await runner.catchUp({ timeoutMs: 5_000 });
  expect(await seenPositions(service, 'counting')).toHaveLength(20);
  expect(most).toBe(1);
});

test('a poison event is retried, reported and not skipped; what came before it is applied', async () => {
  const good = seenBy('fragile', ['statements']);
  let poisoned: boolean = true;
  const fragile: Projection = {
    ...good,
    async apply(tx: Kysely<Tables>, busEvent: BusEvent) {
      if (poisoned && busEvent.position === 3) throw new RangeError(JSON.stringify(busEvent.data));
      await good.apply(tx, busEvent);
    },
  };
  await service.record(['a', 'b', 'poison', 'd']);
  const runner = await run(service, fragile, seenBy('sturdy', ['statements']));
  await waitUntil(() => failures.length >= 3, { what: 'retries' });

  expect(await seenPositions(service, 'fragile')).toEqual([1, 2]);
  expect(failures.at(-1)).toMatchObject({
    consumer: 'projection fragile',
    event: { position: 3, type: 'TESTED' },
    fault: { name: 'RangeError' },
  });
  expect(JSON.stringify(failures)).not.toContain('poison');
  expect(runner.health().map(({ name, healthy }) => [name, healthy])).toEqual([
    ['fragile', false],
    ['sturdy', true],
  ]);
  expect(await runner.catchUp({ names: ['fragile'], timeoutMs: 100 })).toMatchObject({ caughtUp: false });
  expect(await runner.catchUp({ names: ['sturdy'], timeoutMs: 2_000 })).toMatchObject({ caughtUp: true });

  poisoned = false;
  expect(await runner.catchUp({ timeoutMs: 2_000 })).toMatchObject({ caughtUp: true });
  expect(await seenPositions(service, 'fragile')).toEqual([1, 2, 3, 4]);
  expect(runner.health().every(({ healthy }) => healthy)).toBe(true);
});

test('a session that is killed between applying and committing applies nothing twice', async () => {
  const kept = seenBy('cut', ['statements']);
  let cuts = 3;
  const cut: Projection = {
    ...kept,
    async apply(tx: Kysely<Tables>, busEvent: BusEvent) {
      await kept.apply(tx, busEvent);
      if (busEvent.position % 2 === 0 && cuts-- > 0) {
        await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
      }
    },
  };
  const runner = await run(service, cut);
  for (const index of upTo(6)) await service.record([`event-${index}`]);
  expect(await runner.catchUp({ timeoutMs: 5_000 })).toMatchObject({ caughtUp: true });
  expect(await seenPositions(service, 'cut')).toEqual(upTo(6));
  expect(cuts).toBeLessThan(0);
});

test('many events are applied in batches, each in one transaction with its cursor', async () => {
  const sizes: number[] = [];
  const batched: Projection = {
    name: 'batched',
    streams: ['statements'],
    async applyBatch(_tx, events) {
      sizes.push(events.length);
    },
  };
  await service.record(upTo(1_200).map(String), { silent: true });
  await service.outbox.settle();
  const { statements, background, transactionControl } = await recordStatements(async () => {
    const runner = await run(service, batched);
    await waitUntil(() => sizes.length === 3, { what: 'three batches' });
    await runner.stop();
  });
  expect(sizes).toEqual([500, 500, 200]);
  expect(statements).toEqual([]);
  expect(background.filter((text) => text.includes('projection_advance'))).toHaveLength(3);
  expect(transactionControl).toHaveLength(6);
});

test('after a restart a projection goes on where it was', async () => {
  const first = await run(service, seenBy('durable', ['statements']));
  await service.record(['a', 'b']);
  await first.catchUp({ timeoutMs: 2_000 });
  await first.stop();
  await service.record(['c']);
  const second = await run(service, seenBy('durable', ['statements']));
  await second.catchUp({ timeoutMs: 2_000 });
  expect(await seenPositions(service, 'durable')).toEqual([1, 2, 3]);
});

test('after the commit the process that applied the events is told, and its failure undoes nothing', async () => {
  const told: string[] = [];
  const reported: string[] = [];
  const telling: Projection = {
    ...seenBy('telling', ['statements']),
    afterCommit(events) {
      told.push(...events.map(({ subject }) => subject));
      throw new Error('nobody listens');
    },
  };
  const { db, bus } = service;
  const runner = new ProjectionRunner({
    db,
    bus,
    projections: [telling],
    reportAfterCommit: (name) => reported.push(name),
  });
  stops.push(() => runner.stop());
  await runner.start();
  await service.record(['a', 'b']);
  await runner.catchUp({ timeoutMs: 2_000 });
  expect(told).toEqual(['a', 'b']);
  expect(await seenPositions(service, 'telling')).toEqual([1, 2]);
  expect(new Set(reported)).toEqual(new Set(['telling']));
});

test('stopping finishes the batch at work', async () => {
  const kept = seenBy('slow', ['statements']);
  let begun = false;
  const slow: Projection = {
    ...kept,
    async apply(tx: Kysely<Tables>, busEvent: BusEvent) {
      begun = true;
      await sql`select pg_sleep(0.1)`.execute(tx);
      await kept.apply(tx, busEvent);
    },
  };
  const runner = await run(service, slow);
  await service.db.transaction().execute((tx) => service.outbox.record(tx, [event('a')]));
  service.outbox.committed();
  await waitUntil(() => begun, { what: 'the batch' });
  await runner.stop();
  expect(await seenPositions(service, 'slow')).toEqual([1]);
});
