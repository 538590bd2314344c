import { createServer, type Server } from 'node:http';
import { type Fields, type SigningKeys, subgraphCredentials } from '@coalition-hub/subgraph';
import { freePort, testSigningKeys } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { DocumentedGuest, type GuestName } from './documented-guest.js';

/** Stands for a hub: all that a guest ever asks of it is its public keys. */
let hub: Server;
let press: DocumentedGuest;
let live: DocumentedGuest;
const keys = testSigningKeys();

beforeAll(async () => {
  hub = createServer((_request, response) => response.end(JSON.stringify(keys.publicKeys())));
  const port = await freePort();
  await new Promise<void>((resolve) => hub.listen(port, '127.0.0.1', resolve));
  press = await DocumentedGuest.build(await freePort(), `http://127.0.0.1:${port}`, 'press');
  live = await DocumentedGuest.build(await freePort(), `http://127.0.0.1:${port}`, 'live');
  await Promise.all([press.start(), live.start()]);
}, 60_000);

afterAll(async () => {
  await Promise.all([press?.remove(), live?.remove()]);
  hub?.closeAllConnections();
  hub?.close();
});

const body = JSON.stringify({ query: '{ _entities(representations: []) { __typename } }' });

const at = (seconds: number, by: SigningKeys = keys) =>
  subgraphCredentials({ keys: by, clock: { now: () => new Date(Date.now() + seconds * 1_000) } });

const to = (subgraph: string) => ({ subgraph, viewer: null, requestId: 'request', target: '/graphql' });

const signed = (credentials = at(0), guest: GuestName | 'map' = 'press') =>
  credentials.forRequest(to(guest), { contentType: 'application/json', body });

async function statusOf(headers: Fields, sent = body, url = press.url): Promise<number> {
  return (await fetch(url, { method: 'POST', headers: { ...headers }, body: sent })).status;
}

test('the guest of the walk-through takes what the hub signed, once', async () => {
  const headers = await signed();
  expect(await statusOf(headers)).toBe(200);
  expect(await statusOf(headers)).toBe(401);
});

const { privateKey } = testSigningKeys().current();
const forger: SigningKeys = { ...keys, current: () => ({ ...keys.current(), privateKey }) };

test.each([
  ['is not signed', async () => ({ authorization: (await signed())['authorization'] ?? '' })],
  ['is 31 s old', () => signed(at(-31))],
  ['comes from the future', () => signed(at(32))],
  ['is for another guest', () => signed(at(0), 'map')],
  [
    'says to be for it and is not',
    async () => ({ ...(await signed(at(0), 'map')), 'coalition-hub-subgraph': 'press' }),
  ],
  ['another key signed', () => signed(at(0, forger))],
  ['another hub signed', () => signed(at(0, testSigningKeys()))],
  [
    'covers less',
    async () => {
      const headers = await signed();
      return {
        ...headers,
        'signature-input': headers['signature-input']?.replace('"content-digest" ', '') ?? '',
      };
    },
  ],
  ['has another token', async () => ({ ...(await signed()), authorization: 'Bearer a.b.c' })],
  [
    'has the signature of a request for a socket',
    async () => {
      const { upgrade } = await at(0).forSocket(to('press'));
      return { ...(await signed()), ...upgrade };
    },
  ],
])('and refuses what %s', async (_what, forged: () => Promise<Fields>) => {
  expect(await statusOf(await forged())).toBe(401);
});

test('and refuses another body, and another path', async () => {
  expect(await statusOf(await signed(), body.replace('representations', 'representationz'))).toBe(401);
  expect(await statusOf(await signed(), body, `${press.url}?a=1`)).toBe(401);
});

test('the guest with live updates opens a socket for what the hub signed, once', async () => {
  const { upgrade } = await at(0).forSocket(to('live'));
  expect(await opens(upgrade)).toBe(true);
  expect(await opens(upgrade)).toBe(false);
  expect(await opens({})).toBe(false);
  expect(await opens(await signed(at(0), 'live'))).toBe(false);
});

function opens(headers: Fields): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = new WebSocket(live.url.replace('http', 'ws'), 'graphql-transport-ws', {
      headers: { ...headers },
    });
    socket.on('error', () => resolve(false));
    socket.on('open', () => {
      socket.terminate();
      resolve(true);
    });
  });
}
