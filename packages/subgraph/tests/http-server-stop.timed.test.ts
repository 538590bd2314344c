import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Client, createClient } from 'graphql-ws';
import { sql } from 'kysely';
import WebSocket from 'ws';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';
import { serveToy } from './toy-service/two-ways.js';

let world: ToyWorld;

beforeAll(async () => {
  world = await startToyWorld();
});
afterAll(() => world.test.stop());

test('stopping lets open requests end and closes sockets with 1001', async () => {
  const second = await serveToy(world);
  const authorization = `Bearer ${await second.tokenOf(null)}`;
  const closed = Promise.withResolvers<number>();
  const connected = Promise.withResolvers<void>();
  const client = socket(
    `Bearer ${await second.tokenOf(null)}`,
    closed.resolve,
    second.server.url,
    connected.resolve,
  );
  client.subscribe({ query: 'subscription { ticked(times: 1) { number } }' }, ignored);
  await connected.promise;
  const answers = Array.from({ length: 5 }, () =>
    second.post({ query: '{ mishap(kind: SLOW) }' }, { authorization }),
  );
  await waitUntil(async () => (await sleeping()) === 5, { what: 'five open requests' });
  const began = performance.now();
  await second.server.stop();
  expect(await closed.promise).toBe(1001);
  expect(performance.now() - began).toBeLessThan(2_000);
  for (const answer of await Promise.all(answers))
    expect(await answer.json()).toEqual({ data: { mishap: 'well' } });
  await waitUntil(() => refuses(second.server.url), { what: 'a closed port' });
  await client.dispose();
});

test('a peer that does not answer the closing of its socket is not waited for', async () => {
  const second = await serveToy(world);
  const peer = new WebSocket(`${second.server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await new Promise((resolve) => peer.once('open', resolve));
  peer.pause();
  const began = performance.now();
  await second.server.stop();
  expect(performance.now() - began).toBeLessThan(4_000);
  peer.terminate();
});

const ignored = { next: () => undefined, error: () => undefined, complete: () => undefined };

function socket(
  authorization: string,
  onClosed: (code: number) => void,
  url: string,
  onConnected: () => void,
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

async function sleeping(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event = 'PgSleep'`.execute(world.reads);
  return rows[0]?.count ?? 0;
}

async function refuses(url: string): Promise<boolean> {
  try {
    await fetch(`${url}/health/live`);
    return false;
  } catch {
    return true;
  }
}
