import { type BusEvent, InProcessBus } from '@coalition-hub/bus';
import {
  createTestDatabase,
  recordStatements,
  setHubTime,
  type TestDatabase,
  waitUntil,
} from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { OutboxOptions } from '../src/outbox/index.js';
import { event, outboxTemplate, TestService } from './outbox-service.js';

let database: TestDatabase;
const services: TestService[] = [];

beforeAll(async () => {
  database = await createTestDatabase(outboxTemplate);
});
afterAll(() => database.drop());
beforeEach(async () => {
  const service = open();
  await sql`delete from outbox`.execute(service.db);
});
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.stop()));
});

/** Each service is a process of its own, as far as the database can tell. */
function open(options: Partial<OutboxOptions> = {}): TestService {
  const service = new TestService(database.url, 'statements', new InProcessBus(), options);
  services.push(service);
  return service;
}

async function startHolder(options: Partial<OutboxOptions> = {}): Promise<TestService> {
  const service = open(options);
  service.outbox.start();
  await waitUntil(() => service.outbox.relays, { what: 'a relay' });
  return service;
}

/** Ends the relay's session as a crash of its process would. */
const killRelay = (service: TestService) =>
  sql`select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
      where locktype = 'advisory' and objid = 1 and classid = 1869968482 and d.datname = current_database()`.execute(
    service.db,
  );

const hour = 3_600_000;

test("the writer's own relay is woken without a poll", async () => {
  const service = await startHolder({ pollMs: hour });
  await service.record(['a', 'b']);
  await waitUntil(async () => (await service.relayed()).length === 2, { what: 'both relayed' });
  expect(await service.relayed()).toEqual(['a', 'b']);
});

test('a writer in another process wakes the relay', async () => {
  const holder = await startHolder({ pollMs: hour });
  const writer = open();
  await writer.record(['from elsewhere']);
  await waitUntil(async () => (await holder.relayed()).length === 1, { what: 'relayed' });
});

test('a writer whose process stands by wakes the one that relays', async () => {
  const holder = await startHolder({ pollMs: hour });
  const standby = open({ pollMs: hour });
  standby.outbox.start();
  await standby.record(['from the standby']);
  await waitUntil(async () => (await holder.relayed()).length === 1, { what: 'relayed' });
  expect(standby.outbox.relays).toBe(false);
});

test('events whose signal was lost are found by polling', async () => {
  const service = await startHolder({ pollMs: 100 });
  await service.record(['silent'], { silent: true });
  await waitUntil(async () => (await service.relayed()).length === 1, { what: 'relayed', timeoutMs: 1_000 });
});

test('one of two relays works, and the other takes over when its session is cut', async () => {
  const holder = await startHolder();
  const standby = open({ pollMs: 50 });
  standby.outbox.start();
  await holder.record(['before']);
  await waitUntil(async () => (await standby.relayed()).length === 1, { what: 'the first event' });
  expect([holder.outbox.relays, standby.outbox.relays]).toEqual([true, false]);

  await holder.outbox.stop();
  await waitUntil(() => standby.outbox.relays, { what: 'the takeover', timeoutMs: 2_000 });
  await holder.record(['after']);
  await waitUntil(async () => (await standby.relayed()).length === 2, { what: 'the second event' });
});

test('a killed session loses nothing, and exactly one relay works afterwards', async () => {
  const [one, two] = [await startHolder({ pollMs: 100 }), open({ pollMs: 100 })];
  two.outbox.start();
  const writing = Promise.all(Array.from({ length: 30 }, (_, index) => one.record([`event-${index}`])));
  for (let kill = 0; kill < 3; kill += 1) {
    await killRelay(two);
    await waitUntil(() => one.outbox.relays !== two.outbox.relays, { what: 'one relay' });
  }
  await writing;
  await waitUntil(async () => (await two.relayed()).length === 30, { what: 'all events' });
  const { rows } = await sql<{ gaps: string }>`select max(position) - count(*) as gaps from outbox`.execute(
    two.db,
  );
  expect(Number(rows[0]?.gaps)).toBe(0);
});

test('two processes that settle at once give each event one position, without a gap', async () => {
  const [one, two] = [open(), open()];
  for (let round = 0; round < 20; round += 1) {
    await one.record([`${round}-a`, `${round}-b`], { silent: true });
    const heads = await Promise.all([one.outbox.settle(), two.outbox.settle(), one.outbox.settle()]);
    expect(heads).toEqual([2 * round + 2, 2 * round + 2, 2 * round + 2]);
  }
  expect((await one.bus.read('statements', 0, 100)).map(({ position }) => position)).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 1),
  );
});

test('a position that anybody has seen belongs to its event for ever, however many processes give positions', async () => {
  const processes = [open(), open(), open()];
  const subjects = new Map<number, string>();
  const moved: number[] = [];
  for (const { bus } of processes) {
    const handle = async (batch: readonly BusEvent[]) => {
      for (const { position, subject } of batch) {
        if ((subjects.get(position) ?? subject) !== subject) moved.push(position);
        subjects.set(position, subject);
      }
      return batch.at(-1)?.position ?? 0;
    };
    bus.consume({ stream: 'statements', consumer: 'witness', after: async () => 0, handle });
  }
  const write = async (service: TestService, writer: number) => {
    for (let round = 0; round < 40; round += 1) {
      await service.db.transaction().execute(async (tx) => {
        await service.outbox.record(tx, [event(`${writer}-${round}`)]);
        await sql`select pg_sleep(${((writer + round) % 4) / 1_000})`.execute(tx);
      });
      await service.outbox.settle();
    }
  };
  await Promise.all(
    Array.from({ length: 9 }, (_, writer) => write(processes[writer % 3] as TestService, writer)),
  );
  expect(moved).toEqual([]);
  await waitUntil(() => subjects.size === 360, { what: 'all events seen' });
});

test('settling needs no connection of the pool', async () => {
  const service = await startHolder();
  const connections = await Promise.all(Array.from({ length: 10 }, () => service.pool.connect()));
  try {
    await expect(service.outbox.settle()).resolves.toBe(0);
  } finally {
    for (const connection of connections) connection.release();
  }
});

test('what was committed before the stop is published', async () => {
  const service = await startHolder({ pollMs: hour });
  await service.record(['last words'], { silent: true });
  await service.outbox.stop();
  expect(await service.relayed()).toEqual(['last words']);
});

test('more events than fit into one pass are settled by one call, in order', async () => {
  const service = open();
  const subjects = Array.from({ length: 2_500 }, (_, index) => String(index));
  await service.record(subjects, { silent: true });
  expect(await service.outbox.settle()).toBe(2_500);
  expect(await service.relayed()).toEqual(subjects);
});

test('positions are never lost in a crash, even where commits are asynchronous', async () => {
  const service = open();
  await service.record(['asynchronous'], { silent: true });
  await service.db.transaction().execute(async (tx) => {
    await sql`set local synchronous_commit = off`.execute(tx);
    await sql`select outbox_settle(0, 10)`.execute(tx);
    const { rows } = await sql`show synchronous_commit`.execute(tx);
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
  });
});

test('recording takes one statement, however many events', async () => {
  const service = open();
  const { statements, transactionControl } = await recordStatements(() =>
    service.record(['a', 'b', 'c'], { silent: true }),
  );
  expect(statements).toHaveLength(1);
  expect(transactionControl).toHaveLength(2);
});

test("an event carries the database's time", async () => {
  const service = open();
  await setHubTime(database.adminUrl, '2026-10-02T12:00:00.123456Z');
  await service.record(['timed'], { silent: true });
  await setHubTime(database.adminUrl, null);
  await service.outbox.settle();
  const [event] = await service.outbox.readAfter(0, 1);
  expect(event?.occurredAt).toBe('2026-10-02T12:00:00.123456Z');
});

test('a relay without a database keeps trying and says so without data', async () => {
  const service = open({ connectionString: 'postgres://nobody:secret@127.0.0.1:1/none' });
  service.outbox.start();
  await waitUntil(() => service.failures.length >= 2, { what: 'reports' });
  expect(service.failures[1]).toMatchObject({
    stream: 'statements',
    attempt: 2,
    fault: { code: 'ECONNREFUSED' },
  });
  expect(JSON.stringify(service.failures)).not.toContain('secret');
});
