import { describe, expect, test } from '@jest/globals';
import { startToyGateway, until } from './toy-gateway.js';

const subscription = 'subscription { bookAdded { isbn } }';

describe('stopping', () => {
  test('requests in flight are answered, new connections are not', async () => {
    const { gateway, post, seen } = await startToyGateway();
    const slow = post('{ slow(ms: 400) }');
    await until(() => seen.requests.length === 1, 'the request is in flight');
    const stopped = gateway.stop();
    await expect(fetch(`${gateway.url}/health/live`)).rejects.toThrow();
    const { status, body } = await slow;
    expect([status, body]).toEqual([200, { data: { slow: 'done' } }]);
    await stopped;
  });

  test('sockets are closed with 1001 and their upstreams ended', async () => {
    const { gateway, connect, seen } = await startToyGateway();
    const client = connect();
    const next = client.iterate({ query: subscription }).next();
    await until(() => seen.openSubscriptions === 1, 'the subscription is open');
    const stopped = gateway.stop();
    await expect(next).rejects.toMatchObject({ code: 1001 });
    await stopped;
    await until(() => seen.openSubscriptions === 0, 'the upstream has ended');
  });

  test('an operation in flight on a socket is answered before it closes', async () => {
    const { gateway, connect, seen } = await startToyGateway();
    const client = connect();
    const slow = client.iterate({ query: '{ slow(ms: 300) }' }).next();
    const live = client.iterate({ query: subscription }).next();
    await until(() => seen.openSubscriptions === 1, 'both are running');
    const stopped = gateway.stop();
    expect((await slow).value).toEqual({ data: { slow: 'done' } });
    await expect(live).rejects.toMatchObject({ code: 1001 });
    await stopped;
  });

  test('a second stop waits for the first', async () => {
    const { gateway } = await startToyGateway();
    await Promise.all([gateway.stop(), gateway.stop()]);
  });
});
