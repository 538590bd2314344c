import { createTestDatabase, type TestDatabase, waitUntil } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Kysely, sql } from 'kysely';
import { type Projection, ProjectionRunner, type ProjectionRunnerOptions } from '../src/projections/index.js';
import { outboxTemplate, type Tables, TestService } from './outbox-service.js';
import { seenBy, seenPositions } from './projections-seen.js';

let owner: TestDatabase;
let reader: TestDatabase;
let organisations: TestService;
let statements: TestService;
let runner: ProjectionRunner;

beforeAll(async () => {
  [owner, reader] = await Promise.all([
    createTestDatabase(outboxTemplate),
    createTestDatabase(outboxTemplate),
  ]);
});
afterAll(async () => {
  await owner.drop();
  await reader.drop();
});

/** Two services on one bus, each with its own database; the second projects what the first tells. */
beforeEach(async () => {
  organisations = new TestService(owner.url, 'organisations');
  statements = new TestService(reader.url, 'statements', organisations.bus);
  for (const { db, outbox } of [organisations, statements]) {
    await sql`truncate outbox, projection_cursor, seen`.execute(db);
    outbox.start();
  }
});
afterEach(async () => {
  await runner.stop();
  await statements.stop();
  await organisations.stop();
});

async function run(
  projection: Projection,
  options: Partial<ProjectionRunnerOptions> = {},
): Promise<ProjectionRunner> {
  const { db, bus } = statements;
  runner = new ProjectionRunner({ db, bus, projections: [projection], proofEveryMs: 20, ...options });
  await runner.start();
  return runner;
}

const both = ['organisations', 'statements'];

test('whoever was acknowledged before the call is applied after it, in every stream', async () => {
  await run(seenBy('both', both));
  for (let round = 1; round <= 20; round += 1) {
    // No signal: only asking for the head can find these in time.
    await organisations.record(['granted'], { silent: true });
    await statements.record(['created'], { silent: true });
    expect(await runner.catchUp({ timeoutMs: 2_000 })).toEqual({ caughtUp: true, advanced: true });
    expect(await seenPositions(statements, 'both')).toHaveLength(2 * round);
  }
});

test('with nothing new it returns at once and says so', async () => {
  await run(seenBy('both', both));
  await runner.catchUp({ timeoutMs: 2_000 });
  expect(await runner.catchUp({ timeoutMs: 2_000 })).toEqual({ caughtUp: true, advanced: false });
});

test('what moved between the mark and the call counts as advanced', async () => {
  await run(seenBy('both', both));
  await runner.catchUp({ timeoutMs: 2_000 });
  const since = runner.mark();
  await organisations.record(['granted']);
  await waitUntil(async () => (await seenPositions(statements, 'both')).length === 1, { what: 'the event' });
  await runner.catchUp({ timeoutMs: 2_000 });
  expect(await runner.catchUp({ timeoutMs: 2_000, since })).toEqual({ caughtUp: true, advanced: true });
});

test('a projection that is stuck is waited for no longer than said', async () => {
  const stuck: Projection = {
    name: 'stuck',
    streams: both,
    async apply(tx: Kysely<Tables>) {
      await sql`select pg_sleep(0.5)`.execute(tx);
    },
  };
  await run(stuck);
  await organisations.record(['granted']);
  const began = performance.now();
  expect(await runner.catchUp({ timeoutMs: 100 })).toMatchObject({ caughtUp: false });
  expect(performance.now() - began).toBeLessThan(400);
});

test('a stream whose owner does not answer is not caught up with, and does not throw', async () => {
  await run(seenBy('lonely', ['events']));
  expect(await runner.catchUp({ timeoutMs: 100 })).toEqual({ caughtUp: false, advanced: false });
  expect(runner.freshness('lonely')).toBe(Infinity);
});

test('freshness is proven again and again, without any event', async () => {
  await run(seenBy('fresh', both));
  await waitUntil(() => runner.freshness('fresh') < 1_000, { what: 'the first proof' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(runner.freshness('fresh')).toBeLessThan(250);
});

test('a projection that cannot apply an event grows stale', async () => {
  let now = 0;
  const failing: Projection = {
    name: 'failing',
    streams: both,
    async apply() {
      throw new Error('no');
    },
  };
  await run(failing, { monotonicMs: () => now });
  await waitUntil(() => runner.freshness('failing') === 0, { what: 'the first proof' });
  await organisations.record(['granted']);
  await waitUntil(() => runner.health().some(({ healthy }) => !healthy), { what: 'a failure' });
  now = 6_000;
  expect(runner.freshness('failing')).toBe(6_000);
});

test('a service whose relay cannot reach its database makes others stale', async () => {
  let now = 0;
  await run(seenBy('fresh', both), { monotonicMs: () => now });
  await waitUntil(() => runner.freshness('fresh') === 0, { what: 'the first proof' });
  await organisations.outbox.stop();
  await organisations.db.destroy();
  now = 5_000;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(runner.freshness('fresh')).toBeGreaterThanOrEqual(5_000);
});
