import { connect as connectTcp } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { afterwards, startToyGateway, until } from './toy-gateway.js';

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

  test('what does not finish in time is cut', async () => {
    const { gateway, post, seen } = await startToyGateway();
    const slow = post('{ slow(ms: 5000) }');
    slow.catch(() => undefined);
    await until(() => seen.requests.length === 1, 'the request is in flight');
    const started = Date.now();
    await gateway.stop(200);
    expect(Date.now() - started).toBeLessThan(1_000);
    await expect(slow).rejects.toThrow();
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

  test('event streams end without a "complete", so that clients come back', async () => {
    const { gateway, seen } = await startToyGateway();
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: subscription }),
    });
    await until(() => seen.openSubscriptions === 1, 'the subscription is open');
    const started = Date.now();
    await gateway.stop();
    expect(Date.now() - started).toBeLessThan(1_000);
    expect(await response.text()).toBe('');
    await until(() => seen.openSubscriptions === 0, 'the upstream has ended');
  });

  test('clients that say nothing, or nothing more, hold nothing up', async () => {
    const { gateway } = await startToyGateway();
    const silent = connectTcp(gateway.port, '127.0.0.1');
    const half = connectTcp(gateway.port, '127.0.0.1', () =>
      half.write('POST /graphql HTTP/1.1\r\nhost: x\r\n'),
    );
    for (const socket of [silent, half]) {
      socket.on('error', () => undefined);
      afterwards(() => void socket.destroy());
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    const started = Date.now();
    await gateway.stop(500);
    expect(Date.now() - started).toBeLessThan(1_500);
  });

  test('a second stop waits for the first', async () => {
    const { gateway } = await startToyGateway();
    await Promise.all([gateway.stop(), gateway.stop()]);
  });
});
