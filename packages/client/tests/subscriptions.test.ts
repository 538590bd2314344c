import { HubClient, type HubClientOptions, HubError } from '@coalition-hub/client';
import { waitUntil } from '@coalition-hub/testkit';
import { afterEach, describe, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { fault, json, ScriptedServer, type Subscribed } from './scripted-server.js';

const document = 'subscription ($after: String) { counted(after: $after) { cursor } }';
const retry = { attempts: 3, firstDelayMs: 5, longestDelayMs: 50 };

interface Counted {
  readonly counted: { readonly cursor: string };
}

let server: ScriptedServer;
let client: HubClient;

afterEach(async () => {
  client.close();
  await server.stop();
});

async function follow(
  onSubscribe: (subscribed: Subscribed, turn: number) => void,
  options: Partial<HubClientOptions> = {},
): Promise<AsyncIterableIterator<number>> {
  server = await ScriptedServer.start([json(200, { data: {} })], onSubscribe);
  client = new HubClient({ url: server.url, retry, ...options });
  const cursorOf = ({ counted }: Counted) => counted.cursor;
  const updates = client.subscribe<Counted, { after?: string }>(document, { after: '0' }, { cursorOf });
  const counts: AsyncIterableIterator<number> = {
    [Symbol.asyncIterator]: () => counts,
    next: async () => {
      const { value, done } = await updates.next();
      return done ? { done, value: undefined } : { done: false, value: Number(value.counted.cursor) };
    },
    return: () => updates.return?.() as never,
  };
  return counts;
}

/** Tells so many after the cursor that it was given. */
function tell({ after, next }: Subscribed, count: number): void {
  for (let place = Number(after) + 1; place <= Number(after) + count; place += 1) {
    next({ data: { counted: { cursor: String(place) } } });
  }
}

async function take(updates: AsyncIterator<number>, count: number): Promise<number[]> {
  const taken: number[] = [];
  while (taken.length < count) taken.push((await updates.next()).value as number);
  return taken;
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('a follower goes on after its last update', () => {
  test.each([1000, 1001, 1012, 1013, 4408, 4504])('when the socket is closed with %i', async (code) => {
    const updates = await follow((subscribed) => {
      tell(subscribed, 3);
      subscribed.socket.close(code);
    });
    expect(await take(updates, 9)).toEqual(upTo(9));
  });

  test('when the socket breaks', async () => {
    const updates = await follow((subscribed) => {
      tell(subscribed, 3);
      setImmediate(() => subscribed.socket.terminate());
    });
    expect(await take(updates, 9)).toEqual(upTo(9));
  });

  test('when the hub ends the subscription', async () => {
    const updates = await follow((subscribed) => {
      tell(subscribed, 3);
      subscribed.complete();
    });
    expect(await take(updates, 9)).toEqual(upTo(9));
  });

  test('when an update comes with an error that will pass: it is told once it is whole', async () => {
    const updates = await follow((subscribed, turn) => {
      if (turn % 2 === 0) tell(subscribed, 3);
      subscribed.next({ data: { counted: { cursor: '99' } }, errors: [fault('UNAVAILABLE')] });
    });
    expect(await take(updates, 6)).toEqual(upTo(6));
  });

  test('when there was no token for a moment', async () => {
    let asked = 0;
    const updates = await follow(
      (subscribed) => {
        tell(subscribed, 2);
        subscribed.socket.close(1001);
      },
      {
        token: async () => {
          asked += 1;
          if (asked % 2 === 0) throw new Error('not now');
          return 'a-token';
        },
      },
    );
    expect(await take(updates, 6)).toEqual(upTo(6));
    expect(server.subscribed.slice(0, 3).map(({ credentials }) => credentials)).toEqual(
      Array.from({ length: 3 }, () => ({ authorization: 'Bearer a-token' })),
    );
  });

  test('when its token ended, with another one', async () => {
    let token = 0;
    const updates = await follow(
      (subscribed) => {
        tell(subscribed, 2);
        subscribed.socket.close(4403);
      },
      { token: () => `token-${++token}` },
    );
    expect(await take(updates, 6)).toEqual(upTo(6));
    const tokens = server.subscribed.map(({ credentials }) => credentials['authorization']);
    expect(tokens.slice(0, 3)).toEqual(['Bearer token-1', 'Bearer token-2', 'Bearer token-3']);
  });
});

describe('a follower ends with an error', () => {
  test.each([4400, 4406, 4409, 4429, 4500, 1002, 1011])('when the socket is closed with %i', async (code) => {
    const updates = await follow((subscribed) => {
      tell(subscribed, 2);
      subscribed.socket.close(code, 'because');
    });
    expect(await take(updates, 2)).toEqual([1, 2]);
    await expect(updates.next()).rejects.toMatchObject({ code: 'BAD_RESPONSE', retryable: false });
    expect(await updates.next()).toEqual({ done: true, value: undefined });
    expect(server.sockets).toBe(1);
  });

  test('when a token that does not change is not accepted any more', async () => {
    const updates = await follow((subscribed) => subscribed.socket.close(4403), { token: 'fixed' });
    await expect(updates.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED', retryable: false });
  });

  test('when an update comes with an error that will not pass', async () => {
    const updates = await follow((subscribed) => {
      tell(subscribed, 1);
      subscribed.next({ data: null, errors: [fault('FORBIDDEN')] });
    });
    expect(await take(updates, 1)).toEqual([1]);
    await expect(updates.next()).rejects.toMatchObject({ code: 'FORBIDDEN', requestId: 'request-1' });
  });

  test('when there is no token to be had, after so many attempts', async () => {
    let asked = 0;
    const updates = await follow(() => undefined, {
      token: () => {
        asked += 1;
        throw new Error('signed out');
      },
    });
    await expect(updates.next()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      cause: expect.objectContaining({ message: 'signed out' }),
    });
    expect(asked).toBe(3);
  });

  test('when the token is never there, after so many attempts', async () => {
    const token = () => new Promise<string>(() => undefined);
    const updates = await follow(() => undefined, { token, connectTimeoutMs: 30 });
    await expect(updates.next()).rejects.toMatchObject({
      ...{ code: 'UNAUTHENTICATED', retryable: true },
      cause: expect.objectContaining({ name: 'TimeoutError' }),
    });
    expect(server.sockets).toBe(0);
  });

  test('when nobody ever answers, after so many attempts', async () => {
    server = await ScriptedServer.start([]);
    const { url } = server;
    await server.stop();
    client = new HubClient({ url, retry });
    const updates = client.subscribe<Counted, { after?: string }>(document, {}, { cursorOf: () => '' });
    const failure = await updates.next().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(HubError);
    expect(failure).toMatchObject({ code: 'NETWORK' });
    server = await ScriptedServer.start([]);
  });
});

describe('what the caller’s own functions do', () => {
  const twoFollowers = async (onSubscribe: (subscribed: Subscribed) => void, policy = retry) => {
    server = await ScriptedServer.start([json(200, { data: {} })], onSubscribe);
    client = new HubClient({ url: server.url, retry: policy });
    const cursorOf = ({ counted }: Counted) => counted.cursor;
    return { other: client.subscribe<Counted, { after?: string }>(document, { after: '0' }, { cursorOf }) };
  };

  test('ends their own updates where they throw, and leaves the others alone', async () => {
    const { other } = await twoFollowers((subscribed) => tell(subscribed, 1));
    expect((await other.next()).done).toBe(false);
    const cursorOf = () => {
      throw new Error('no cursor');
    };
    const bad = client.subscribe<Counted, { after?: string }>(document, { after: '0' }, { cursorOf });
    await expect(bad.next()).rejects.toThrow('no cursor');
    expect(await bad.next()).toEqual({ done: true, value: undefined });
    await waitUntil(() => server.left === 1, { what: 'it has left' });
    server.subscribed[0]?.next({ data: { counted: { cursor: '2' } } });
    expect(await other.next()).toMatchObject({ done: false, value: { counted: { cursor: '2' } } });
    expect(server.sockets).toBe(1);
  });

  test('is told of trouble without end, and may end it', async () => {
    const told: [string, number][] = [];
    const cursorOf = ({ counted }: Counted) => counted.cursor;
    // A try that lasts longer than the longest delay counts as the first again, as any may on a busy machine.
    await twoFollowers((subscribed) => subscribed.next({ data: null, errors: [fault('UNAVAILABLE')] }), {
      attempts: 3,
      firstDelayMs: 1,
      longestDelayMs: 30_000,
    });
    const updates = client.subscribe<Counted, { after?: string }>(
      document,
      { after: '0' },
      {
        cursorOf,
        onTrouble: ({ code }, failures) => {
          told.push([code, failures]);
          if (failures === 7) throw new Error('enough');
        },
      },
    );
    await expect(updates.next()).rejects.toThrow('enough');
    expect(told.map(([, failures]) => failures)).toEqual(upTo(7));
    // Whoever comes back within a millisecond, as here, may meet the socket that is being closed behind the last one.
    expect(told[0]?.[0]).toBe('UNAVAILABLE');
    for (const [code] of told) expect(['UNAVAILABLE', 'NETWORK']).toContain(code);
  });
});

describe('more subscriptions than a hub lets run on a socket', () => {
  test('have another socket for every hundred, and take the places of those who left', async () => {
    server = await ScriptedServer.start([json(200, { data: {} })], (subscribed) => tell(subscribed, 1));
    client = new HubClient({ url: server.url, retry });
    const cursorOf = ({ counted }: Counted) => counted.cursor;
    const follower = () =>
      client.subscribe<Counted, { after?: string }>(document, { after: '0' }, { cursorOf });
    const followers = Array.from({ length: 250 }, follower);
    await Promise.all(followers.map((updates) => updates.next()));
    const perSocket = [...Map.groupBy(server.subscribed, ({ socket }) => socket).values()];
    expect(perSocket.map(({ length }) => length)).toEqual([100, 100, 50]);
    for (const updates of followers.slice(0, 60)) {
      await updates.return?.();
      await updates.return?.();
    }
    await Promise.all(Array.from({ length: 110 }, () => follower().next()));
    expect(server.sockets).toBe(3);
  });

  test('end with the error where the hub refuses them again and again', async () => {
    const updates = await follow((subscribed) => subscribed.fail([fault('TOO_MANY_OPERATIONS')]));
    await expect(updates.next()).rejects.toMatchObject({ code: 'TOO_MANY_OPERATIONS', retryable: true });
    expect(server.subscribed).toHaveLength(3);
  });
});

describe('an aborted signal', () => {
  test('is thrown at once, and what waits is dropped', async () => {
    const gone = new AbortController();
    server = await ScriptedServer.start([json(200, { data: {} })], (subscribed) => tell(subscribed, 3));
    client = new HubClient({ url: server.url, retry });
    const updates = client.subscribe<Counted, { after?: string }>(
      document,
      { after: '0' },
      { cursorOf: ({ counted }) => counted.cursor, signal: gone.signal },
    );
    await updates.next();
    gone.abort(new Error('changed my mind'));
    await expect(updates.next()).rejects.toThrow('changed my mind');
    expect(await updates.next()).toEqual({ done: true, value: undefined });
    const [subscribed] = server.subscribed;
    await waitUntil(() => subscribed?.socket.readyState === WebSocket.CLOSED, { what: 'it has hung up' });
  });

  test('that was aborted before is thrown too, and nothing is sent', async () => {
    server = await ScriptedServer.start([json(200, { data: {} })]);
    client = new HubClient({ url: server.url, retry });
    const signal = AbortSignal.abort(new Error('never'));
    await expect(client.statementUpdated({ slug: 'a' }, { signal }).next()).rejects.toThrow('never');
    expect([server.received.length, server.sockets]).toEqual([0, 0]);
  });
});

test('what is not taken is bounded: it hangs up, and comes back for the rest', async () => {
  const total = 5_000;
  const updates = await follow(
    (subscribed) => tell(subscribed, Math.min(1_000, total - Number(subscribed.after))),
    { capacity: 100 },
  );
  expect(await take(updates, 1)).toEqual([1]);
  await waitUntil(() => server.left === 1, { what: 'it has left' });
  expect(await take(updates, total - 1)).toEqual(upTo(total).slice(1));
  const cursors = server.subscribed.map(({ after }) => Number(after));
  // It went on after the last that it kept: no more than its capacity, and the one that was taken at once.
  expect(cursors[1]).toBeGreaterThanOrEqual(100);
  expect(cursors[1]).toBeLessThanOrEqual(101);
});

test('those who leave are not told more, and the socket is closed', async () => {
  const updates = await follow((subscribed) => tell(subscribed, 3));
  for await (const update of updates) if (update === 2) break;
  expect(await updates.next()).toEqual({ done: true, value: undefined });
  const [subscribed] = server.subscribed;
  await new Promise((resolve) => subscribed?.socket.once('close', resolve));
});

test('a platform without WebSocket can ask, and follow with one that is passed', async () => {
  const own = globalThis.WebSocket;
  Reflect.deleteProperty(globalThis, 'WebSocket');
  try {
    const updates = await follow((subscribed) => tell(subscribed, 2), { webSocket: WebSocket });
    expect(await take(updates, 2)).toEqual([1, 2]);
    const without = new HubClient({ url: server.url });
    expect(await without.query('{ viewer { id } }')).toEqual({});
    expect(() => without.statementUpdated({ slug: 'a', after: 'b' })).toThrow('no WebSocket');
  } finally {
    globalThis.WebSocket = own;
  }
});
