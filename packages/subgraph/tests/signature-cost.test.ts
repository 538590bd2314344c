import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  type Fields,
  gatewayKeysOf,
  issueSubgraphToken,
  silentLog,
  subgraphCredentials,
  systemClock,
  verifySubgraphToken,
} from '@coalition-hub/subgraph';
import { freePort, testSigningKeys } from '@coalition-hub/testkit';
import { expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Nonces } from '../src/message-signatures/nonces.js';
import { Doorkeeper } from '../src/server/doorkeeper.js';
import { serveBehind } from '../src/server/http-server.js';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';

const requests = Number(process.env['COST_REQUESTS'] ?? 200);
const rounds = 6;
const body = JSON.stringify({ query: '{ __typename }' });
const content = { contentType: 'application/json', body };
const keys = testSigningKeys();
const gatewayKeys = gatewayKeysOf(keys.publicKeys());
const addressing = { subgraph: 'toy', viewer: null, requestId: 'request', target: '/graphql' };
const credentials = subgraphCredentials({ keys, clock: systemClock });

/** As subgraphs let in before messages were signed: by the token alone. */
const byTokenAlone = {
  async admitRequest(message: IncomingMessage) {
    const sent = Buffer.from(await text(message));
    const token = message.headers.authorization?.replace('Bearer ', '') ?? '';
    const viewer = await verifySubgraphToken(gatewayKeys, token, 'toy', systemClock);
    return { caller: { viewer, requestId: 'request' }, body: sent };
  },
} as unknown as Doorkeeper;

const ways: readonly (readonly [string, (world: ToyWorld) => Doorkeeper, () => Promise<Fields>])[] = [
  [
    'a token alone',
    () => byTokenAlone,
    async () => ({
      authorization: `Bearer ${await issueSubgraphToken(keys.current(), null, 'toy', systemClock)}`,
      'content-type': 'application/json',
    }),
  ],
  [
    'token and signature',
    ({ reads }) =>
      new Doorkeeper({ name: 'toy', gatewayKeys, clock: systemClock }, new Nonces(reads), randomUUID),
    () => credentials.forRequest(addressing, content),
  ],
];

test('what a signature costs', async () => {
  const world = await startToyWorld();
  const agent = new Agent({ keepAlive: true, maxSockets: 10 });
  const options = {
    host: '127.0.0.1',
    gatewayKeys,
    clock: systemClock,
    newRequestId: randomUUID,
    log: silentLog,
  };
  const served = await Promise.all(
    ways.map(async ([name, doorkeeper, headersFor]) => {
      const port = await freePort();
      const server = await serveBehind(doorkeeper(world), world.test.subgraph, { ...options, port });
      return { name, headersFor, server, port, node: 0, postgres: 0, asked: 0 };
    }),
  );
  try {
    // The first round warms up; then the ways take turns, so that a busy machine is unfair to both alike.
    for (let round = 0; round <= rounds; round += 1)
      for (const way of served) {
        const before = { node: process.cpuUsage(), postgres: await postgresMs(world) };
        await askAll(way.port, way.headersFor, agent);
        const { user, system } = process.cpuUsage(before.node);
        const postgres = (await postgresMs(world)) - before.postgres;
        if (round === 0) continue;
        way.node += (user + system) / 1_000;
        way.postgres += postgres;
        way.asked += requests;
      }
    for (const { name, node, postgres, asked } of served)
      console.info(
        `${name}: ${(node / asked).toFixed(3)} ms Node (both ends), ${(postgres / asked).toFixed(3)} ms PostgreSQL per request`,
      );
    expect(served.map(({ asked }) => asked)).toEqual([rounds * requests, rounds * requests]);
  } finally {
    agent.destroy();
    for (const { server } of served) await server.stop();
    await world.test.stop();
  }
}, 120_000);

async function askAll(port: number, headersFor: () => Promise<Fields>, agent: Agent): Promise<void> {
  let left = requests;
  const worker = async () => {
    for (; left > 0; ) {
      left -= 1;
      expect(await post(port, await headersFor(), agent)).toBe('{"data":{"__typename":"Query"}}\n');
    }
  };
  await Promise.all(Array.from({ length: 10 }, worker));
}

function post(port: number, headers: Fields, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const options = { port, host: '127.0.0.1', path: '/graphql', method: 'POST', agent };
    request({ ...options, headers: { ...headers, ...length } }, (response) => resolve(text(response)))
      .once('error', reject)
      .end(body);
  });
}

/** Processor time of the backends of this database so far, in steps of 10 ms. */
async function postgresMs({ reads }: ToyWorld): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
    where datname = current_database()`.execute(reads);
  const times = await Promise.all(
    rows.map(({ pid }) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')),
  );
  const ticks = times.map((line) => line.slice(line.lastIndexOf(')') + 2).split(' '));
  return ticks.reduce((sum, fields) => sum + (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10, 0);
}
