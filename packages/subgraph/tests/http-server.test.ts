import { generateTokenKey, importTokenKeys, issueSubgraphToken, systemClock } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Client, createClient } from 'graphql-ws';
import WebSocket from 'ws';
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

/** A token of another gateway, for another subgraph, and none. */
async function foreignTokens(): Promise<(string | undefined)[]> {
  const other = await importTokenKeys(await generateTokenKey());
  return [
    undefined,
    '',
    'nonsense',
    await issueSubgraphToken(other.privateKey, world.coordinator, 'toy', systemClock),
    await issueSubgraphToken(toy.keys.privateKey, world.coordinator, 'statements', systemClock),
  ];
}

describe('without a token for this subgraph', () => {
  test('nothing is answered, and not why', async () => {
    for (const token of await foreignTokens()) {
      const headers: Record<string, string> = { 'x-request-id': 'request-1' };
      if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
      const response = await toy.post({ query }, headers);
      expect(response.status).toBe(401);
      expect(await response.json()).toEqual({
        errors: [
          {
            message: 'Only the gateway may ask here.',
            extensions: { code: 'UNAUTHENTICATED', requestId: 'request-1' },
          },
        ],
      });
    }
  });

  test('a socket is closed with 4403', async () => {
    for (const token of await foreignTokens()) {
      const closed = Promise.withResolvers<number>();
      const client = socket(`Bearer ${token}`, (code) => closed.resolve(code));
      client.subscribe({ query: 'subscription { ticked(times: 1) { number } }' }, ignored);
      expect(await closed.promise).toBe(4403);
      await client.dispose();
    }
  });
});

test.each([
  ['no JSON', '{', 400],
  ['no operation', '{}', 400],
  ['an operation that is no string', '{"query":1}', 400],
  ['variables that are a string', '{"query":"{ members }","variables":"x"}', 400],
  ['a list', '[]', 400],
  ['a syntax error', '{"query":"{ members "}', 400],
  ['more than the body may hold', `{"query":"${'x'.repeat(21 * 1024 * 1024)}"}`, 413],
])('%s is refused in plain words', async (_what, body, status) => {
  const authorization = `Bearer ${await toy.tokenOf(null)}`;
  const response = await toy.post(body, { authorization });
  expect(response.status).toBe(status);
  expect(await response.text()).not.toMatch(/stack|node_modules|\.[jt]s:\d/);
});

test('a request without an id gets one; an id that could not stand in a log is replaced', async () => {
  const authorization = `Bearer ${await toy.tokenOf(null)}`;
  for (const id of [undefined, 'a b', 'x'.repeat(65)]) {
    const headers = { authorization, ...(id !== undefined && { 'x-request-id': id }) };
    const { errors } = (await (await toy.post({ query }, headers)).json()) as {
      errors: [{ extensions: { requestId: string } }];
    };
    expect(errors[0].extensions.requestId).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('the viewer is the one that the token names', async () => {
  const { personId } = world.coordinator;
  const authorization = `Bearer ${await toy.tokenOf(world.coordinator)}`;
  expect(await (await toy.post({ query }, { authorization })).json()).toEqual({
    data: { members: personId },
  });
});

test('health is answered without a token', async () => {
  const ready = await fetch(`${toy.server.url}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([200, { ready: true, reasons: [] }]);
  expect((await fetch(`${toy.server.url}/health/live`)).status).toBe(200);
});

test('a syntax error ends its own operation, not what else runs over the socket', async () => {
  const client = socket(`Bearer ${await toy.tokenOf(null)}`);
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

function socket(
  authorization: string,
  onClosed: (code: number) => void = () => undefined,
  url = toy.server.url,
  onConnected: () => void = () => undefined,
): Client {
  return createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    lazy: true,
    lazyCloseTimeout: 60_000,
    connectionParams: { authorization },
    on: { closed: (event) => onClosed((event as { code: number }).code), connected: onConnected },
  });
}
