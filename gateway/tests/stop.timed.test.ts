import { connect as connectTcp } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { afterwards, startToyGateway, until } from './toy-gateway.js';

const subscription = 'subscription { bookAdded { isbn } }';

describe('stopping soon', () => {
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
});
