import { randomUUID } from 'node:crypto';
import { ExpiredNonces, Nonces, noncesKeptSeconds } from '@coalition-hub/subgraph';
import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';
import { serveToy } from './toy-service/two-ways.js';

let world: ToyWorld;

beforeAll(async () => {
  world = await startToyWorld();
});
afterAll(() => world.test.stop());

const counted = async () => {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from gateway_nonce`.execute(
    world.reads,
  );
  return rows[0]?.count;
};

test('of replicas that claim at once exactly one hears that it is the first', async () => {
  const replicas = Array.from({ length: 20 }, () => new Nonces(world.reads));
  for (let turn = 0; turn < 10; turn += 1) {
    const nonce = randomUUID();
    const heard = await Promise.all(replicas.map((nonces) => nonces.claim(nonce)));
    expect(heard.filter(Boolean)).toHaveLength(1);
  }
});

test('what one replica let in, another refuses; letting in costs one statement', async () => {
  const first = await serveToy(world);
  const second = await serveToy(world, first.keys);
  try {
    const body = '{"query":"{ __typename }"}';
    const content = { contentType: 'application/json', body };
    const headers = await first.credentials.forRequest(first.addressing(null), content);
    const { statements } = await recordStatements(async () => {
      expect((await first.post(body, headers)).status).toBe(200);
    });
    expect(statements.filter((text) => !/from outbox|projection/.test(text))).toEqual([
      expect.stringContaining('claim_gateway_nonce'),
    ]);
    expect((await second.post(body, headers)).status).toBe(401);
    expect((await second.ask({ query: '{ __typename }' })).status).toBe(200);
  } finally {
    await first.server.stop();
    await second.server.stop();
  }
});

test('those that nobody can use again go, in batches; the others stay', async () => {
  const nonces = new Nonces(world.reads);
  await sql`delete from gateway_nonce`.execute(world.reads);
  await sql`insert into gateway_nonce select gen_random_uuid(), hub_now() - make_interval(secs => ${noncesKeptSeconds + 1})
    from generate_series(1, 2500)`.execute(world.reads);
  await nonces.claim(randomUUID());
  const expired = new ExpiredNonces(world.test.subgraph.service.database, (error) => {
    throw error;
  });
  expect(await expired.remove()).toBe(2_500);
  expect(await counted()).toBe(1);
});
