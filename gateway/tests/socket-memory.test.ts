import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { afterwards, startToyGateway, until } from './toy-gateway.js';

const query = 'subscription { bookAdded { title } }';

/** A socket that speaks the protocol by hand, to say more in a message than a client would. */
async function openSocket(url: string) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  afterwards(() => socket.terminate());
  const messages: { type: string; id?: string; payload?: [{ extensions: { code: string } }] }[] = [];
  socket.on('message', (data) => messages.push(JSON.parse(String(data))));
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await until(() => messages.length === 1, 'the connection is acknowledged');
  const subscribe = (id: string, extensions: object = {}) =>
    socket.send(JSON.stringify({ type: 'subscribe', id, payload: { query, extensions } }));
  const refusals = () =>
    messages.filter(({ type }) => type === 'error').map(({ payload }) => payload?.[0].extensions.code);
  return { socket, subscribe, refusals };
}

const padding = { x: 'x'.repeat(4_000) };

test('what runs on all sockets together holds no more than a bound, and gives it back when it ends', async () => {
  const { gateway, seen } = await startToyGateway({ limits: { maxRunningMessageBytes: 10_000 } });
  const [one, other] = [await openSocket(gateway.url), await openSocket(gateway.url)];
  one.subscribe('1', padding);
  other.subscribe('1', padding);
  await until(() => seen.openSubscriptions === 2, 'two run');
  other.subscribe('2', padding);
  await until(() => other.refusals().length === 1, 'the third is refused');
  expect(other.refusals()).toEqual(['TOO_MANY_OPERATIONS']);

  one.socket.send('{"type":"complete","id":"1"}');
  await until(() => seen.openSubscriptions === 1, 'one has ended');
  other.subscribe('3', padding);
  await until(() => seen.openSubscriptions === 2, 'another takes its place');

  other.socket.terminate();
  await until(() => seen.openSubscriptions === 0, 'a socket that vanished has ended');
  one.subscribe('4', padding);
  one.subscribe('5', padding);
  await until(() => seen.openSubscriptions === 2, 'its room is free again');
  expect(one.refusals()).toEqual([]);
});

test('a message beyond the bound ends its socket, and nobody else’s', async () => {
  const { gateway, seen } = await startToyGateway();
  const [one, other] = [await openSocket(gateway.url), await openSocket(gateway.url)];
  other.subscribe('1');
  await until(() => seen.openSubscriptions === 1, 'one runs');
  const closed = once(one.socket, 'close');
  one.subscribe('1', { x: 'x'.repeat(70_000) });
  expect((await closed)[0]).toBe(1009);
  expect(other.socket.readyState).toBe(WebSocket.OPEN);
});

test('sockets beyond the bound are refused before they are opened', async () => {
  const { gateway } = await startToyGateway({ limits: { maxSockets: 1 } });
  await openSocket(gateway.url);
  await expect(openSocket(gateway.url)).rejects.toThrow('503');
});
