import type { BusEvent } from '@coalition-hub/bus';
import { createTestDatabase, type TestDatabase } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { type Projection, ProjectionRunner, rebuildProjection } from '../src/projections/index.js';
import { outboxTemplate, type Tables, TestService } from './outbox-service.js';
import { seenBy, seenPositions } from './projections-seen.js';

let database: TestDatabase;
let service: TestService;
let runner: ProjectionRunner;

beforeAll(async () => {
  database = await createTestDatabase(outboxTemplate);
});
afterAll(() => database.drop());
beforeEach(async () => {
  service = new TestService(database.url);
  await sql`truncate outbox, projection_cursor, seen`.execute(service.db);
  service.outbox.start();
});
afterEach(async () => {
  await runner.stop();
  await service.stop();
});

async function run(...projections: readonly Projection[]): Promise<ProjectionRunner> {
  const { db, bus } = service;
  runner = new ProjectionRunner({ db, bus, projections });
  await runner.start();
  return runner;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

test('a rebuild gives the rows that were there', async () => {
  await run(seenBy('list', ['statements']));
  await service.record(upTo(1_300).map(String));
  await runner.catchUp({ timeoutMs: 5_000 });
  const before = await seenPositions(service, 'list');
  const progress: number[] = [];
  expect(await runner.rebuild('list', (events) => progress.push(events))).toEqual({
    rebuilt: true,
    events: 1_300,
  });
  expect(await seenPositions(service, 'list')).toEqual(before);
  expect(progress).toEqual([500, 1_000, 1_300]);
});

test('a rebuild covers what is committed but not relayed yet', async () => {
  await run(seenBy('list', ['statements']));
  for (let round = 1; round <= 5; round += 1) {
    await service.record([String(round)], { silent: true });
    expect(await runner.rebuild('list')).toEqual({ rebuilt: true, events: round });
  }
});

test('a rebuild mends rows that were changed by hand', async () => {
  await run(seenBy('list', ['statements']));
  await service.record(['a', 'b', 'c']);
  await runner.catchUp({ timeoutMs: 5_000 });
  await sql`delete from seen where position = 2`.execute(service.db);
  await runner.rebuild('list');
  expect(await seenPositions(service, 'list')).toEqual([1, 2, 3]);
});

test('events that keep coming during a rebuild beside a running hub are applied once each', async () => {
  await run(seenBy('list', ['statements']));
  const command = new TestService(database.url);
  let writing: boolean = true;
  let written = 0;
  const writer = (async () => {
    while (writing) await service.record([String(written++)]);
  })();
  for (let round = 0; round < 5; round += 1) {
    await rebuildProjection({ db: command.db, bus: command.bus }, seenBy('list', ['statements']));
  }
  writing = false;
  await writer;
  expect(await runner.catchUp({ timeoutMs: 5_000 })).toMatchObject({ caughtUp: true });
  expect(await seenPositions(service, 'list')).toEqual(upTo(written));
  await command.stop();
});

test('readers see the old rows until the rebuild has committed', async () => {
  const during: number[] = [];
  const kept = seenBy('list', ['statements']);
  const watched: Projection = {
    ...kept,
    async apply(tx: Kysely<Tables>, busEvent: BusEvent) {
      during.push((await seenPositions(service, 'list')).length);
      await kept.apply(tx, busEvent);
    },
  };
  await run(watched);
  await service.record(['a', 'b', 'c']);
  await runner.catchUp({ timeoutMs: 5_000 });
  during.length = 0;
  await runner.rebuild('list');
  expect(during).toEqual([3, 3, 3]);
});

test('a rebuild that fails leaves everything as it was', async () => {
  const kept = seenBy('list', ['statements']);
  let failing: boolean = false;
  const fragile: Projection = {
    ...kept,
    async apply(tx: Kysely<Tables>, busEvent: BusEvent) {
      if (failing && busEvent.position === 2) throw new Error('no');
      await kept.apply(tx, busEvent);
    },
  };
  await run(fragile);
  await service.record(['a', 'b', 'c']);
  await runner.catchUp({ timeoutMs: 5_000 });
  failing = true;
  await expect(runner.rebuild('list')).rejects.toThrow('no');
  failing = false;
  await service.record(['d']);
  await runner.catchUp({ timeoutMs: 5_000 });
  expect(await seenPositions(service, 'list')).toEqual([1, 2, 3, 4]);
});

test('streams are replayed in the order in which things happened', async () => {
  const order: string[] = [];
  service.bus.attach('organisations', {
    ...emptyLog,
    readAfter: async (after) => otherStream.filter(({ position }) => position > after),
  });
  const merging: Projection = {
    name: 'merging',
    streams: ['statements', 'organisations'],
    async apply(_tx, { stream, position }) {
      order.push(`${stream}-${position}`);
    },
    async reset() {
      order.length = 0;
    },
  };
  await run(merging);
  await service.record(['a', 'b']);
  await runner.rebuild('merging');
  expect(order).toEqual(['organisations-1', 'statements-1', 'statements-2', 'organisations-2']);
});

const emptyLog = { newest: async () => 0, settle: async () => 0 };
const otherStream: readonly BusEvent[] = ['1999-01-01T00:00:00.000000Z', '2999-01-01T00:00:00.000000Z'].map(
  (occurredAt, index) => ({
    stream: 'organisations',
    position: index + 1,
    id: String(index),
    type: 'TESTED',
    subject: 'x',
    occurredAt,
    data: {},
  }),
);

test('an append-only log is not rebuilt', async () => {
  await run({ name: 'appended', streams: ['statements'], async apply() {} });
  expect(await runner.rebuild('appended')).toEqual({ rebuilt: false, events: 0 });
});

test('a reset that would make readers wait is refused', async () => {
  const locking: Projection = {
    ...seenBy('locking', ['statements']),
    async reset(tx: Kysely<Tables>) {
      await sql`truncate seen`.execute(tx);
    },
  };
  await run(locking);
  await expect(runner.rebuild('locking')).rejects.toThrow('"delete", not "truncate"');
});
