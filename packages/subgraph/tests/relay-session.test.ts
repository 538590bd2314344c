import { createTestDatabase, type TestDatabase } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { RelaySession } from '../src/outbox/relay-session.js';
import { outboxTemplate } from './outbox-service.js';

let database: TestDatabase;
let session: RelaySession;

beforeAll(async () => {
  database = await createTestDatabase(outboxTemplate);
  session = new RelaySession({
    connectionString: database.url,
    applicationName: 'relay session test',
    onSignal: () => undefined,
  });
  await session.open();
});
afterAll(async () => {
  await session?.close();
  await database?.drop();
});

/** Questions that pg was given and has not answered. */
let [open, mostOpen] = [0, 0];
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (this: pg.Client, ...asked: unknown[]) {
  mostOpen = Math.max(mostOpen, ++open);
  const answer = Reflect.apply(query, this, asked) as unknown as Promise<unknown>;
  return answer.finally(() => (open -= 1));
} as never;

const ask = (text: string) => session.send<{ said: number }>(text, []);

test('questions asked at once are answered one after the other', async () => {
  const questions = Array.from({ length: 20 }, (_, i) => ask(`select pg_sleep(0.001), ${i} as said`));
  const answers = await Promise.all(questions);
  expect(answers.map(([row]) => row?.said)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  expect(mostOpen).toBe(1);
});

test('one that fails keeps none of the others from an answer', async () => {
  const [before, failed, after] = await Promise.allSettled([
    ask('select 1 as said'),
    ask('select 1 / 0 as said'),
    ask('select 2 as said'),
  ]);
  expect(failed).toMatchObject({ status: 'rejected' });
  expect([before, after]).toMatchObject([{ value: [{ said: 1 }] }, { value: [{ said: 2 }] }]);
});
