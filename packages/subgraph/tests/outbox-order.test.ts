import { createTestDatabase, type TestDatabase, waitUntil } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ControlledTransaction } from 'kysely';
import { recordEvents } from '../src/outbox/index.js';
import { ProjectionRunner } from '../src/projections/index.js';
import { event, outboxTemplate, type Tables, TestService } from './outbox-service.js';
import { seenBy } from './projections-seen.js';

let database: TestDatabase;
let service: TestService;
let runner: ProjectionRunner;

beforeAll(async () => {
  database = await createTestDatabase(outboxTemplate);
});
afterAll(() => database.drop());

beforeEach(async () => {
  service = new TestService(database.url);
  const { db, bus } = service;
  runner = new ProjectionRunner({ db, bus, projections: [seenBy('order', [service.stream])] });
  service.outbox.start();
  await runner.start();
});
afterEach(async () => {
  await runner.stop();
  await service.stop();
});

const applied = async (): Promise<string[]> => {
  const rows = await service.db
    .selectFrom('seen')
    .select('type')
    .where('projection', '=', 'order')
    .orderBy('turn')
    .execute();
  return rows.map(({ type }) => type);
};

/** Events whose type is their name, so that the projection's table tells which were applied. */
const record = (tx: ControlledTransaction<Tables>, name: string) => recordEvents(tx, [event(name, name)]);

test('a transaction that took its number early and committed late is skipped by nobody', async () => {
  const early = await service.db.startTransaction().execute();
  await record(early, 'early');
  const late = await service.db.startTransaction().execute();
  await record(late, 'late');
  await late.commit().execute();
  service.outbox.committed();

  await waitUntil(async () => (await applied()).length === 1, { what: 'the one that committed first' });
  expect(await applied()).toEqual(['late']);

  await early.commit().execute();
  expect(await runner.catchUp({ timeoutMs: 2_000 })).toEqual({ caughtUp: true, advanced: true });
  expect(await applied()).toEqual(['late', 'early']);
});

test('a long transaction elsewhere holds nothing back', async () => {
  const before = (await applied()).length;
  const long = await service.db.startTransaction().execute();
  await record(long, 'never');
  for (let index = 0; index < 20; index += 1) await service.record([`short-${index}`]);
  expect(await runner.catchUp({ timeoutMs: 2_000 })).toMatchObject({ caughtUp: true });
  expect(await applied()).toHaveLength(before + 20);
  await long.rollback().execute();
});

/** What happens next: a writer opens or records, commits or gives up, or somebody asks how far things have come. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('record' as const), writer: fc.nat(4) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('commit' as const), writer: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rollback' as const), writer: fc.nat(4) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('settle' as const), writer: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pause' as const), writer: fc.nat(4) }) },
);

/** Plays steps and keeps account of what must arrive. */
class Schedule {
  readonly #open = new Map<number, { tx: ControlledTransaction<Tables>; names: string[] }>();
  readonly committed: string[] = [];
  #count = 0;

  constructor(private readonly label: string) {}

  async play({
    kind,
    writer,
  }: {
    kind: 'record' | 'commit' | 'rollback' | 'settle' | 'pause';
    writer: number;
  }) {
    if (kind === 'record') return this.#record(writer);
    if (kind === 'commit') return this.#commit(writer);
    if (kind === 'rollback') return this.#rollback(writer);
    if (kind === 'settle') return this.#settle();
    await new Promise((resolve) => setTimeout(resolve, 3));
  }

  async commitAll(): Promise<void> {
    for (const writer of [...this.#open.keys()]) await this.#commit(writer);
  }

  async #record(writer: number): Promise<void> {
    const unit = this.#open.get(writer) ?? { tx: await service.db.startTransaction().execute(), names: [] };
    this.#open.set(writer, unit);
    const name = `${this.label}-${this.#count++}`;
    unit.names.push(name);
    await record(unit.tx, name);
  }

  async #commit(writer: number): Promise<void> {
    const unit = this.#open.get(writer);
    if (unit === undefined) return;
    this.#open.delete(writer);
    await unit.tx.commit().execute();
    this.committed.push(...unit.names);
    service.outbox.committed();
  }

  async #rollback(writer: number): Promise<void> {
    const unit = this.#open.get(writer);
    this.#open.delete(writer);
    await unit?.tx.rollback().execute();
  }

  /** Whatever was committed before the head was asked for is below it. */
  async #settle(): Promise<void> {
    const committed = [...this.committed];
    const head = await service.bus.head(service.stream);
    const events = await service.bus.read(service.stream, 0, 100_000);
    const below = new Set(events.filter(({ position }) => position <= head).map(({ type }) => type));
    expect(committed.filter((name) => !below.has(name))).toEqual([]);
  }
}

test('whatever the interleaving, each committed event is applied once and no other is', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);
  console.log(`interleavings: SEED=${seed}`);
  let run = 0;
  const property = fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
    const label = `run${run++}`;
    const schedule = new Schedule(label);
    try {
      for (const next of steps) await schedule.play(next);
    } finally {
      await schedule.commitAll();
    }
    expect(await runner.catchUp({ timeoutMs: 5_000 })).toMatchObject({ caughtUp: true });
    const mine = (await applied()).filter((name) => name.startsWith(`${label}-`));
    expect([...mine].sort()).toEqual([...schedule.committed].sort());
  });
  await fc.assert(property, { seed, numRuns: 40, endOnFailure: true });
});
