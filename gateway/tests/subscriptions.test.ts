import { request } from 'node:http';
import { describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { afterwards, startToyGateway, tokenOf, until } from './toy-gateway.js';

const subscription = 'subscription ($n: Int) { bookAdded(count: $n) { title author { name } } }';

function event(isbn: string) {
  return { data: { bookAdded: { title: `Title ${isbn}`, author: { name: `Name a${isbn}` } } } };
}

describe('over WebSocket', () => {
  test('events are completed from other subgraphs', async () => {
    const { connect, addBook, seen } = await startToyGateway();
    const events = connect().iterate({ query: subscription, variables: { n: 2 } });
    const first = events.next();
    await until(() => seen.openSubscriptions === 1, 'the subscription is open');
    addBook('7');
    expect((await first).value).toEqual(event('7'));
    addBook('8');
    expect((await events.next()).value).toEqual(event('8'));
    expect((await events.next()).done).toBe(true);
    expect(seen.authorFetches).toBe(2);
    expect(seen.openSubscriptions).toBe(0);
  });

  test('an error in one event is not told again in the next', async () => {
    const { connect, addBook, seen } = await startToyGateway();
    const events = connect().iterate({ query: 'subscription { bookAdded { isbn author { motto } } }' });
    const first = events.next();
    await until(() => seen.openSubscriptions === 1, 'the subscription is open');
    seen.authorFailures.push('secret detail');
    addBook('1');
    expect((await first).value).toMatchObject({
      data: { bookAdded: { isbn: '1', author: { motto: null } } },
      errors: [{ message: 'Something went wrong on our side', extensions: { code: 'INTERNAL' } }],
    });
    addBook('2');
    expect((await events.next()).value).toEqual({
      data: { bookAdded: { isbn: '2', author: { motto: 'Motto a2' } } },
    });
  });

  test('queries and mutations go by the same socket, with the viewer of its token', async () => {
    const { connect } = await startToyGateway();
    for (const params of [{ authorization: `Bearer ${tokenOf('ada')}` }, { token: tokenOf('ada') }]) {
      const result = await connect(params)
        .iterate({ query: '{ whoAsks books(first: 1) { author { name } } }' })
        .next();
      expect(result.value).toEqual({ data: { whoAsks: 'ada', books: [{ author: { name: 'Name a1' } }] } });
    }
  });

  test('programs may send the token with the upgrade request', async () => {
    const { gateway } = await startToyGateway();
    const socket = await rawSocket(gateway.url, { authorization: `Bearer ${tokenOf('ada')}` });
    const message = new Promise((resolve) =>
      socket.once('message', (data) => resolve(JSON.parse(String(data)))),
    );
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: '{ whoAsks }' } }));
    expect(await message).toMatchObject({ type: 'next', payload: { data: { whoAsks: 'ada' } } });
  });

  test('a faulty operation is refused alone, with a code and a request id', async () => {
    const { connect } = await startToyGateway();
    const client = connect();
    const refused = client.iterate({ query: 'subscription { nothing }' }).next();
    await expect(refused).rejects.toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    await expect(refused).rejects.toMatchObject([{ extensions: { requestId: expect.stringMatching(/-/) } }]);
    expect((await client.iterate({ query: '{ whoAsks }' }).next()).value).toEqual({
      data: { whoAsks: null },
    });
  });

  test('a bad token closes the socket', async () => {
    const { connect } = await startToyGateway();
    expect(await closed(connect({ authorization: 'Bearer nonsense' }))).toEqual({
      code: 4403,
      reason: 'Forbidden',
    });
  });

  test('a socket is closed when its token ends', async () => {
    const { connect, seen } = await startToyGateway();
    const client = connect({ authorization: `Bearer ${tokenOf('ada', 1_500)}` });
    const ended = closed(client);
    const events = client.iterate({ query: subscription });
    const next = events.next();
    await until(() => seen.openSubscriptions === 1, 'the subscription is open');
    await expect(next).rejects.toMatchObject({ code: 4403 });
    expect((await ended).code).toBe(4403);
    await until(() => seen.openSubscriptions === 0, 'the upstream has ended');
  });

  test.each(['complete', 'close', 'vanish'])('the upstream ends when the client goes: %s', async (how) => {
    const { gateway, seen } = await startToyGateway();
    const socket = await rawSocket(gateway.url);
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: subscription } }));
    await until(() => seen.openSubscriptions === 1, 'the subscription is open');
    if (how === 'complete') socket.send(JSON.stringify({ type: 'complete', id: '1' }));
    else if (how === 'close') socket.close();
    else socket.terminate();
    await until(() => seen.openSubscriptions === 0, 'the upstream has ended');
    expect(seen.requests[0]?.signal?.aborted).toBe(true);
  });

  test('one socket runs a bounded number of operations', async () => {
    const { connect, seen } = await startToyGateway({ limits: { maxOperationsPerSocket: 3 } });
    const client = connect();
    const running = [1, 2, 3].map(() => client.iterate({ query: subscription }));
    for (const events of running) void events.next().catch(() => undefined);
    await until(() => seen.openSubscriptions === 3, 'three subscriptions are open');
    await expect(client.iterate({ query: '{ whoAsks }' }).next()).rejects.toMatchObject([
      { extensions: { code: 'TOO_MANY_OPERATIONS' } },
    ]);
    await running[0]?.return?.();
    await until(() => seen.openSubscriptions === 2, 'one has ended');
    expect((await client.iterate({ query: '{ whoAsks }' }).next()).value).toEqual({
      data: { whoAsks: null },
    });
  });

  test('messages of more than 1 MB close the socket', async () => {
    const { gateway } = await startToyGateway();
    const socket = await rawSocket(gateway.url);
    const code = new Promise((resolve) => socket.once('close', resolve));
    socket.send('x'.repeat(1_048_577));
    expect(await code).toBe(1009);
  });

  test('a client that does not read is cut, and its upstream ended', async () => {
    const { gateway, seen } = await startToyGateway({ limits: { maxBufferedBytes: 200_000 } });
    const socket = await rawSocket(gateway.url);
    const gone = new Promise((resolve) => socket.once('close', resolve));
    socket.pause();
    socket.send(
      JSON.stringify({ type: 'subscribe', id: '1', payload: { query: 'subscription { flood { title } }' } }),
    );
    await until(() => seen.requests.at(-1)?.signal?.aborted === true, 'the upstream has ended', 10_000);
    socket.resume();
    await gone;
  });

  test('other addresses and protocols are refused', async () => {
    const { gateway } = await startToyGateway();
    const url = gateway.url.replace('http', 'ws');
    const elsewhere = new WebSocket(`${url}/elsewhere`, 'graphql-transport-ws');
    await expect(new Promise((_, reject) => elsewhere.once('error', reject))).rejects.toThrow('404');
    const other = new WebSocket(`${url}/graphql`, 'graphql-ws');
    await expect(new Promise((_, reject) => other.once('error', reject))).rejects.toThrow();
  });
});

describe('over server-sent events', () => {
  test('events are completed from other subgraphs, and the stream says when it is complete', async () => {
    const { gateway, addBook, seen } = await startToyGateway();
    const response = await stream(gateway.url, { query: subscription, variables: { n: 2 } });
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await until(() => seen.openSubscriptions === 1, 'the subscription is open');
    addBook('7');
    addBook('8');
    const text = await response.text();
    expect(text).toBe(
      [event('7'), event('8')].map((each) => `event: next\ndata: ${JSON.stringify(each)}\n\n`).join('') +
        'event: complete\ndata: \n\n',
    );
  });

  test('the upstream ends when the client goes', async () => {
    const { gateway, seen } = await startToyGateway();
    const client = new AbortController();
    await stream(gateway.url, { query: subscription }, client.signal);
    await until(() => seen.openSubscriptions === 1, 'the subscription is open');
    client.abort();
    await until(() => seen.openSubscriptions === 0, 'the upstream has ended');
  });

  test('the stream ends with the token', async () => {
    const { gateway, seen } = await startToyGateway();
    const headers = { authorization: `Bearer ${tokenOf('ada', 300)}` };
    const response = await stream(gateway.url, { query: subscription }, undefined, headers);
    expect(await response.text()).toBe('');
    await until(() => seen.openSubscriptions === 0, 'the upstream has ended');
  });

  test('a client that does not read is cut, and its upstream ended', async () => {
    const { gateway, seen } = await startToyGateway({ limits: { maxBufferedBytes: 200_000 } });
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
    const outgoing = request(`${gateway.url}/graphql`, { method: 'POST', headers }, (response) =>
      response.pause(),
    );
    outgoing.on('error', () => undefined);
    afterwards(() => void outgoing.destroy());
    outgoing.end(JSON.stringify({ query: 'subscription { flood { title } }' }));
    await until(() => seen.requests.at(-1)?.signal?.aborted === true, 'the upstream has ended', 10_000);
  });

  test('a subscription without a way to stream is refused', async () => {
    const { post } = await startToyGateway();
    const { status, body } = await post(subscription);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'BAD_REQUEST']);
  });
});

function stream(url: string, body: object, signal?: AbortSignal, headers: Record<string, string> = {}) {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}

function closed(client: { on(event: 'closed', listener: (event: unknown) => void): () => void }) {
  return new Promise<{ code: number; reason: string }>((resolve) => {
    client.on('closed', (event) => {
      const { code, reason } = event as { code: number; reason: string };
      resolve({ code, reason });
    });
  });
}

async function rawSocket(url: string, headers: Record<string, string> = {}): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  socket.on('error', () => undefined);
  afterwards(() => socket.terminate());
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await new Promise((resolve) => socket.once('message', resolve));
  return socket;
}
