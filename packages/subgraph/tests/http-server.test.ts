import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';
import { serveToy } from './toy-service/two-ways.js';

let world: ToyWorld;
let toy: Awaited<ReturnType<typeof serveToy>>;

beforeAll(async () => {
  world = await startToyWorld();
  toy = await serveToy(world);
});
afterAll(async () => {
  await toy.server.stop();
  await world.test.stop();
});

const query = '{ members }';

test.each([
  ['no JSON', '{', 400],
  ['no operation', '{}', 400],
  ['an operation that is no string', '{"query":1}', 400],
  ['variables that are a string', '{"query":"{ members }","variables":"x"}', 400],
  ['a list', '[]', 400],
  ['a syntax error', '{"query":"{ members "}', 400],
])('%s is refused in plain words', async (_what, body, status) => {
  const response = await toy.ask(body);
  expect(response.status).toBe(status);
  expect(await response.text()).not.toMatch(/stack|node_modules|\.[jt]s:\d/);
});

test('an id that could not stand in a log is replaced', async () => {
  for (const id of ['', 'a b', 'x'.repeat(65)]) {
    const { errors } = (await (await toy.ask({ query }, null, id)).json()) as {
      errors: [{ extensions: { requestId: string } }];
    };
    expect(errors[0].extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('the viewer is the one that the token names', async () => {
  const { personId } = world.coordinator;
  expect(await (await toy.ask({ query }, world.coordinator)).json()).toEqual({
    data: { members: personId },
  });
});

test('health is answered without a token', async () => {
  const ready = await fetch(`${toy.server.url}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([200, { ready: true, reasons: [] }]);
  expect((await fetch(`${toy.server.url}/health/live`)).status).toBe(200);
});

test('a syntax error ends its own operation, not what else runs over the socket', async () => {
  const client = await toy.connect(null);
  const failed = Promise.withResolvers<unknown>();
  client.subscribe({ query: 'subscription { ' }, { ...ignored, error: failed.resolve });
  expect(await failed.promise).toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
  const numbers: unknown[] = [];
  for await (const { data } of client.iterate({ query: 'subscription { ticked(times: 2) { number } }' }))
    numbers.push(data);
  expect(numbers).toEqual([{ ticked: { number: 1 } }, { ticked: { number: 2 } }]);
  await client.dispose();
});

test('a client that leaves ends the source', async () => {
  const stream = await world.test.subscribe('subscription { ticked(times: 1000000) { number } }');
  if (!(Symbol.asyncIterator in stream)) throw new Error('not a stream');
  const iterator = stream[Symbol.asyncIterator]();
  expect(await iterator.next()).toMatchObject({ done: false });
  expect(await iterator.return?.()).toMatchObject({ done: true });
  expect(await iterator.next()).toMatchObject({ done: true });
});

const ignored = { next: () => undefined, error: () => undefined, complete: () => undefined };
