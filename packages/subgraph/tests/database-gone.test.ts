import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DatabaseLine } from './toy-service/database-line.js';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';

let world: ToyWorld;
let line: DatabaseLine;

beforeAll(async () => {
  world = await startToyWorld(async (environment) => {
    line = await DatabaseLine.to(environment.databaseUrl);
    return { ...environment, databaseUrl: line.url };
  });
});
afterAll(async () => {
  await world.test.stop();
  await line.cut();
});

const gone = { extensions: { code: 'UNAVAILABLE', requestId: expect.any(String) } };
const read = () => world.test.execute(`{ notes(boardId: "${world.boardId}") { totalCount } }`);

test('while PostgreSQL is gone reads, writes and health say so and nothing else; afterwards all is as before', async () => {
  await world.writeNote({ title: 'before' });
  await line.cut();

  const { data, errors } = await read();
  expect(data ?? null).toBeNull();
  expect(errors).toMatchObject([gone]);
  expect(JSON.stringify(errors)).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|terminated|postgres/i);
  await expect(world.writeNote({ idempotencyKey: 'while-gone' })).rejects.toThrow('UNAVAILABLE');
  expect(await world.test.subgraph.service.faults()).toContain('toy: the database does not answer');

  await line.mend();
  await waitUntil(async () => (await world.test.subgraph.service.faults()).length === 0, {
    what: 'a healthy service',
    timeoutMs: 20_000,
  });
  expect(await world.writeNote({ idempotencyKey: 'while-gone' })).toMatchObject({
    __typename: 'WriteNoteSuccess',
  });
  expect((await read()).data).toEqual({ notes: { totalCount: 2 } });
}, 60_000);

test('a service that cannot show its rights less than 5 s old refuses commands', async () => {
  const { service } = world.test.subgraph;
  const { organisations } = world.test.streams;
  organisations.settle = () => Promise.reject(new Error('organisations cannot be asked'));
  await waitUntil(() => !service.rightsAreFresh(), { what: 'rights too old', timeoutMs: 10_000 });
  await expect(world.writeNote({})).rejects.toThrow('UNAVAILABLE');
  expect(await service.faults()).toContain('toy: rights are not up to date');
  Reflect.deleteProperty(organisations, 'settle');
  await waitUntil(() => service.rightsAreFresh(), { what: 'fresh rights', timeoutMs: 20_000 });
  expect(await world.writeNote({})).toMatchObject({ __typename: 'WriteNoteSuccess' });
}, 60_000);
