import { HubClient, type HubClientOptions, HubError } from '@coalition-hub/client';
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Answer, broken, fault, json, page, ScriptedServer } from './scripted-server.js';

const query = '{ viewer { id } }';
const mutation = 'mutation ($input: CreateCoalitionInput!) { createCoalition(input: $input) { __typename } }';
const good = json(200, { data: { viewer: null } });
const retry = { attempts: 3, firstDelayMs: 5, longestDelayMs: 1_500 };

let server: ScriptedServer;

afterEach(() => server.stop());

async function clientOf(answers: Answer[], options: Partial<HubClientOptions> = {}): Promise<HubClient> {
  server = await ScriptedServer.start(answers);
  return new HubClient({ url: server.url, retry, ...options });
}

async function failureOf(work: Promise<unknown>): Promise<HubError> {
  const error = await work.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(HubError);
  return error as HubError;
}

describe('a query', () => {
  test.each([
    ['a broken connection', broken],
    ['a hub that cannot answer right now', json(200, { errors: [fault('UNAVAILABLE')] })],
    ['a hub that stops', json(503, { errors: [fault('SHUTTING_DOWN')] })],
    ['a proxy without a hub', page(502)],
  ])('is asked again after %s', async (_name, answer) => {
    const client = await clientOf([answer, answer, good]);
    expect(await client.query(query)).toEqual({ viewer: null });
    expect(server.received).toHaveLength(3);
  });

  test.each([
    ['BAD_USER_INPUT', json(400, { errors: [fault('BAD_USER_INPUT')] })],
    ['INTERNAL', json(200, { errors: [fault('UNAVAILABLE'), fault('INTERNAL')] })],
    ['BAD_RESPONSE', page(404)],
    ['BAD_RESPONSE', json(200, {})],
    ['BAD_RESPONSE', json(200, [])],
  ])('is not asked again where it would fail again: %s', async (code, answer) => {
    const client = await clientOf([answer, good]);
    expect(await failureOf(client.query(query))).toMatchObject({ code, retryable: false });
    expect(server.received).toHaveLength(1);
  });

  test('is given up after so many attempts', async () => {
    const client = await clientOf([broken]);
    expect(await failureOf(client.query(query))).toMatchObject({ code: 'NETWORK', retryable: true });
    expect(server.received).toHaveLength(3);
  });

  test('waits as long as the hub asks', async () => {
    const busy = json(429, { errors: [fault('TOO_MANY_OPERATIONS')] }, { 'retry-after': '1' });
    const client = await clientOf([busy, good]);
    const start = performance.now();
    expect(await client.query(query)).toEqual({ viewer: null });
    expect(performance.now() - start).toBeGreaterThanOrEqual(1_000);
  });

  test('is given up where the hub asks for more than the bound', async () => {
    const later = new Date(Date.now() + 3_600_000).toUTCString();
    const client = await clientOf([page(503, { 'retry-after': later, 'x-request-id': 'r-1' })]);
    const error = await failureOf(client.query(query));
    expect(error).toMatchObject({ code: 'BAD_RESPONSE', retryable: true, requestId: 'r-1' });
    expect(error.retryAfterMs).toBeGreaterThan(3_500_000);
    expect(server.received).toHaveLength(1);
  });

  test('is not given up while the answer is on its way, but when it takes too long', async () => {
    const slow: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{');
    };
    const client = await clientOf([slow], { timeoutMs: 100, retry: { attempts: 1 } });
    expect(await failureOf(client.query(query))).toMatchObject({ code: 'TIMEOUT' });
  });

  test('does not wait for a token that is never there', async () => {
    const token = () => new Promise<string>(() => undefined);
    const client = await clientOf([good], { token, timeoutMs: 50, retry: { attempts: 2, firstDelayMs: 5 } });
    expect(await failureOf(client.query(query))).toMatchObject({ code: 'TIMEOUT' });
    const gone = new AbortController();
    const patient = new HubClient({ url: server.url, token, timeoutMs: 60_000 });
    const asked = patient.query(query, {}, { signal: gone.signal });
    gone.abort(new Error('enough'));
    await expect(asked).rejects.toThrow('enough');
    expect(server.received).toHaveLength(0);
  });

  test('stops waiting for the next attempt when it is aborted', async () => {
    const client = await clientOf([broken], {
      retry: { attempts: 9, firstDelayMs: 60_000, longestDelayMs: 60_000 },
    });
    const gone = new AbortController();
    const asked = client.query(query, {}, { signal: gone.signal });
    setTimeout(() => gone.abort(new Error('enough')), 50);
    await expect(asked).rejects.toThrow('enough');
  });

  test('takes no token to another address', async () => {
    const elsewhere = await ScriptedServer.start([good]);
    const client = await clientOf([page(307, { location: elsewhere.url })], { token: 'secret-token' });
    expect(await failureOf(client.query(query))).toMatchObject({ code: 'BAD_RESPONSE', retryable: false });
    expect(elsewhere.received).toEqual([]);
    expect(server.received[0]?.headers.authorization).toBe('Bearer secret-token');
    await elsewhere.stop();
  });

  test('keeps what came beside an error', async () => {
    const client = await clientOf([
      json(200, { data: { viewer: null, other: 1 }, errors: [{ ...fault('FORBIDDEN'), path: ['viewer'] }] }),
    ]);
    expect(await failureOf(client.query(query))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'It went wrong',
      requestId: 'request-1',
      path: ['viewer'],
      partialData: { viewer: null, other: 1 },
    });
  });
});

describe('a mutation', () => {
  const done = json(200, { data: { createCoalition: { __typename: 'CreateCoalitionSuccess' } } });

  test('is repeated with the key that was made for it', async () => {
    const client = await clientOf([broken, json(200, { errors: [fault('UNAVAILABLE')] }), done]);
    await client.mutate(mutation, { input: { name: 'A' } });
    const keys = server.received.map(({ variables }) => variables.input?.['idempotencyKey']);
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[\x21-\x7e]{8,200}$/);
    await client.mutate(mutation, { input: { name: 'A' } });
    expect(server.received.at(-1)?.variables.input?.['idempotencyKey']).not.toBe(keys[0]);
  });

  test('keeps the key that was given, and the caller’s input as it was', async () => {
    const client = await clientOf([broken, done]);
    const input = Object.freeze({ name: 'A', idempotencyKey: 'my-own-key' });
    await client.mutate(mutation, { input });
    expect(server.received.map(({ variables }) => variables.input)).toEqual([input, input]);
  });

  test.each([
    ['without a key', mutation, { makeKey: false }],
    ['that does more', `mutation ($input: A!) { a(input: $input) { b } c(input: { d: 1 }) { e } }`, {}],
    ['that takes something else too', `mutation ($input: A!, $x: Int) { a(input: $input, x: $x) { b } }`, {}],
    [
      'whose field is in a fragment',
      `mutation ($input: A!) { ...F } fragment F on Mutation { a(input: $input) { b } }`,
      {},
    ],
    ['whose input is not a variable', `mutation { a(input: { b: 1 }) { c } }`, {}],
  ])('is sent once %s', async (_name, document, options) => {
    const client = await clientOf([broken, done]);
    const sent = client.mutate(document, { input: { name: 'A' } }, options);
    expect(await failureOf(sent)).toMatchObject({ code: 'NETWORK' });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.variables.input).toEqual({ name: 'A' });
  });
});
