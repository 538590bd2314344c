import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';
import { serveToy, socketSending } from './toy-service/two-ways.js';

let world: ToyWorld;

beforeAll(async () => {
  world = await startToyWorld();
});
afterAll(() => world.test.stop());

test('stopping lets open requests end and closes sockets with 1001', async () => {
  const second = await serveToy(world);
  const closed = Promise.withResolvers<number>();
  const connected = Promise.withResolvers<void>();
  const client = await second.connect(null, {
    lazyCloseTimeout: 60_000,
    on: {
      closed: (event) => closed.resolve((event as { code: number }).code),
      connected: () => connected.resolve(),
    },
  });
  client.subscribe({ query: 'subscription { ticked(times: 1) { number } }' }, ignored);
  await connected.promise;
  const answers = Array.from({ length: 5 }, () => second.ask({ query: '{ mishap(kind: SLOW) }' }));
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
  const { upgrade } = await second.credentials.forSocket(second.addressing(null));
  const address = `${second.server.url.replace('http', 'ws')}/graphql`;
  const peer = new (socketSending(upgrade))(address, 'graphql-transport-ws');
  await new Promise((resolve) => peer.once('open', resolve));
  peer.pause();
  const began = performance.now();
  await second.server.stop();
  expect(performance.now() - began).toBeLessThan(4_000);
  peer.terminate();
});

const ignored = { next: () => undefined, error: () => undefined, complete: () => undefined };

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
