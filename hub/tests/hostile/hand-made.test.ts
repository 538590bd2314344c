import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { waitUntil } from '@coalition-hub/testkit';
import { describe, expect, jest, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { exchange } from '../forgery/raw-exchange.js';
import { handMade } from './hand-made-operations.js';
import { harmIn } from './harmless.js';
import { hostileGround } from './hostile-ground.js';

jest.setTimeout(120_000);

const made = hostileGround();

test.each(Object.keys(handMade))('%s does no harm, signed in or out', async (name) => {
  const { query, variables } = handMade[name] ?? { query: '', variables: {} };
  for (const client of [made.ground.signedOut, made.ground.administrator]) {
    const { status, text } = await client.ask(query, variables);
    expect(harmIn(status, text)).toEqual([]);
    expect(text.length).toBeLessThan(20_000);
  }
});

test('entities cannot be asked for by clients', async () => {
  for (const name of ['_entities', '_service']) {
    const { query } = handMade[name] ?? { query: '' };
    const [error] = await made.ground.administrator.errors(query);
    expect(error?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  }
});

/** A request as bytes, with whatever headers. */
function request(headers: readonly string[], body: Buffer | string, path = '/graphql'): Buffer {
  const bytes = Buffer.from(body);
  const lines = [`POST ${path} HTTP/1.1`, 'host: hub', 'connection: close', ...headers];
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes]);
}

const json = 'content-type: application/json';
const harmless = '{"query":"{ __typename }"}';
const sized = (body: Buffer | string) => `content-length: ${Buffer.byteLength(body)}`;

describe('bytes', () => {
  const latin = Buffer.concat([
    Buffer.from('{"query":"{ statement(slug: \\"'),
    Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0]),
    Buffer.from('\\") { id } }"}'),
  ]);
  const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
  const deep = `{"query":"{ __typename }","variables":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`;
  const batch = `[${Array.from({ length: 5_000 }, () => harmless).join(',')}]`;

  test.each<[string, readonly string[], Buffer | string, RegExp]>([
    ['that are no UTF-8', [json, sized(latin)], latin, /^HTTP\/1.1 (200|400) /],
    ['of a bomb', [json, sized(bomb), 'content-encoding: gzip'], bomb, /^HTTP\/1.1 400 .*BAD_REQUEST/s],
    ['of a deep value', [json, sized(deep)], deep, /^HTTP\/1.1 (200|400) /],
    ['of a batch', [json, sized(batch)], batch, /^HTTP\/1.1 400 .*BAD_REQUEST/s],
    [
      'with one key twice',
      [json, sized('{"query":"{","query":"{ __typename }"}')],
      '{"query":"{","query":"{ __typename }"}',
      /^HTTP\/1.1 200 /,
    ],
    ['of two lengths', [json, 'content-length: 5', sized(harmless)], harmless, /^HTTP\/1.1 400 /],
    [
      'of a length and in chunks',
      [json, 'transfer-encoding: chunked', sized(harmless)],
      harmless,
      /^HTTP\/1.1 400 /,
    ],
    [
      'with a token twice',
      [json, sized(harmless), 'authorization: Bearer a', 'authorization: Bearer b'],
      harmless,
      /^HTTP\/1.1 401 /,
    ],
    [
      'with a header of 100 kB',
      [json, sized(harmless), `x-long: ${'x'.repeat(100_000)}`],
      harmless,
      /^HTTP\/1.1 431 /,
    ],
    [
      'with 5,000 headers',
      [json, sized(harmless), ...Array.from({ length: 5_000 }, (_, at) => `x${at}: 1`)],
      harmless,
      /^HTTP\/1.1 (200|431) /,
    ],
    ['that are no HTTP', ['\u0000\u0001'], '', /^HTTP\/1.1 400 /],
  ])('%s', async (_, headers, body, expected) => {
    const answer = await exchange(made.ground.port, request(headers, body));
    expect(answer).toMatch(expected);
    expect(answer).not.toMatch(/\n\s+at |node:|INTERNAL/);
    expect(await made.ground.signedOut.query('{ __typename }')).toEqual({ __typename: 'Query' });
  });

  test('of an address of a megabyte', async () => {
    const head = `GET /graphql?query=${'x'.repeat(1_000_000)} HTTP/1.1\r\nhost: hub\r\n\r\n`;
    expect(await exchange(made.ground.port, Buffer.from(head))).toMatch(/^HTTP\/1.1 (414|431) |^$/);
  });

  test('of a hundred requests at once are answered in their order', async () => {
    const each = (at: number) => `{"query":"{ a${at}: __typename }"}`;
    const requests = Array.from({ length: 100 }, (_, at) =>
      request([json, sized(each(at))], each(at))
        .toString()
        .replace('connection: close', at === 99 ? 'connection: close' : 'x: y'),
    );
    const answer = await exchange(made.ground.port, Buffer.from(requests.join('')));
    const order = [...answer.matchAll(/"a(\d+)":"Query"/g)].map(([, at]) => Number(at));
    expect(order).toEqual(Array.from({ length: 100 }, (_, at) => at));
  });

  test('that never end hold up nobody, and nothing once they are gone', async () => {
    const { ground } = made;
    const { sockets } = await ground.holdings();
    const slow = Array.from({ length: 300 }, () => {
      const socket = connect({ port: ground.port, host: '127.0.0.1', allowHalfOpen: true });
      socket.on('error', () => undefined);
      socket.write(request([json, 'content-length: 1000'], '{"query":'));
      return socket;
    });
    await waitUntil(async () => (await ground.holdings()).sockets >= 300, { what: 'all are open' });
    expect(await ground.signedOut.query('{ __typename }')).toEqual({ __typename: 'Query' });
    for (const [at, socket] of slow.entries()) at % 2 === 0 ? socket.destroy() : socket.end();
    await ground.noMoreSocketsThan(sockets + 5);
    for (const socket of slow) socket.destroy();
  });
});

/** A socket that has been let in. */
async function opened(): Promise<WebSocket> {
  const socket = new WebSocket(made.ground.url.replace('http', 'ws'), 'graphql-transport-ws');
  socket.on('error', () => undefined);
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send('{"type":"connection_init"}');
  await new Promise((resolve) => socket.once('message', resolve));
  return socket;
}

function closeCode(socket: WebSocket): Promise<number> {
  return new Promise((resolve) => socket.once('close', resolve));
}

describe('a socket', () => {
  const live = 'subscription { statementUpdated(slug: "practice-statement") { kind } }';
  const subscribe = (id: string, query: string) =>
    JSON.stringify({ type: 'subscribe', id, payload: { query } });

  test('of 5,000 subscriptions runs a hundred of them', async () => {
    const { ground } = made;
    const before = await ground.holdings();
    const socket = await opened();
    const refused: string[] = [];
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data));
      if (type === 'error') refused.push(payload[0].extensions.code);
    });
    for (let at = 0; at < 5_000; at += 1) socket.send(subscribe(`s${at}`, live));
    await waitUntil(() => refused.length === 4_900, { what: '4,900 are refused', timeoutMs: 60_000 });
    expect(new Set(refused)).toEqual(new Set(['TOO_MANY_OPERATIONS']));
    socket.terminate();
    await ground.noMoreSocketsThan(before.sockets + 5);
    expect((await ground.holdings()).heapMb - before.heapMb).toBeLessThan(60);
  });

  test('of a flood of pings is answered, or closed', async () => {
    const socket = await opened();
    for (let at = 0; at < 10_000; at += 1) {
      socket.send('{"type":"ping"}');
      socket.ping();
    }
    const answered = new Promise((resolve) =>
      socket.on('message', (data) => (JSON.parse(String(data)).type === 'next' ? resolve(true) : undefined)),
    );
    socket.send(subscribe('q', '{ __typename }'));
    expect(await Promise.race([answered, closeCode(socket)])).toBeDefined();
    socket.terminate();
  });

  test.each<[string, readonly (string | Buffer)[], number]>([
    ['says what is no JSON', ['{'], 4400],
    ['says what is no message', ['{"type":"nonsense"}'], 4400],
    ['speaks in bytes', [Buffer.from([0, 255, 0])], 4400],
    ['begins twice', ['{"type":"connection_init"}'], 4429],
    ['uses an id twice', [subscribe('a', live), subscribe('a', live)], 4409],
    ['says too much at once', [subscribe('a', `{ a } # ${'x'.repeat(100_000)}`)], 1009],
  ])('that %s is closed', async (_, messages, code) => {
    const socket = await opened();
    const closed = closeCode(socket);
    for (const message of messages) socket.send(message);
    expect(await closed).toBe(code);
    socket.send(subscribe('late', '{ __typename }'), () => undefined);
  });

  test('that asks before it began is closed, and one that says nothing after a while', async () => {
    const url = made.ground.url.replace('http', 'ws');
    const hasty = new WebSocket(url, 'graphql-transport-ws');
    hasty.once('open', () => hasty.send(subscribe('a', live)));
    const silent = new WebSocket(url, 'graphql-transport-ws');
    expect(await Promise.all([closeCode(hasty), closeCode(silent)])).toEqual([4401, 4408]);
  });

  test.each(Object.keys(handMade))('of %s does no harm', async (name) => {
    const socket = await opened();
    const { query, variables } = handMade[name] ?? { query: '', variables: {} };
    const answer = new Promise<string>((resolve) => {
      socket.once('message', (data) => resolve(String(data)));
      socket.once('close', (code) => resolve(JSON.stringify({ code })));
    });
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query, variables } }));
    const { type, payload, code } = JSON.parse(await answer);
    if (type === undefined) expect([1009, 4400]).toContain(code);
    else
      expect(
        harmIn(200, JSON.stringify(type === 'error' ? { errors: payload } : payload)).filter(
          (harm) => !harm.startsWith('a subgraph'),
        ),
      ).toEqual([]);
    socket.terminate();
  });
});

test('after all that the hub is as it was', async () => {
  const { ground } = made;
  await ground.noMoreSocketsThan(25);
  expect((await ground.hub.get('/health/ready')).status).toBe(200);
  expect((await ground.holdings()).heapMb).toBeLessThan(200);
});
