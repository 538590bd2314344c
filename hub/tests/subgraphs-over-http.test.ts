import { type Gateway, type SubgraphLocation, startGateway } from '@coalition-hub/gateway';
import { type PostgresServer, startPostgres } from '@coalition-hub/postgres';
import { readContract } from '@coalition-hub/schema';
import {
  faultCodes,
  gatewayKeysOf,
  type HttpServer,
  importTokenKeys,
  issueClientToken,
  PersonHasher,
  serveHttp,
  silentLog,
  subgraphCredentials,
  systemClock,
  systemRandom,
  type TokenKeys,
  verifyClientToken,
} from '@coalition-hub/subgraph';
import { freePort } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type RunningSubgraphs, serviceNames, startSubgraphs } from '../src/assembly/subgraphs.js';
import { openDataFolder } from '../src/data-folder/data-folder.js';
import { gatewayKeys } from '../src/data-folder/gateway-keys.js';
import { derivedSecret, type Secrets } from '../src/data-folder/secrets.js';
import { makeAdministrator } from '../src/identity/make-administrator.js';
import { loadSample } from '../src/sample/load-sample.js';
import { wholeSample } from './hub-process/sample-queries.js';
import { Workbench } from './hub-process/workbench.js';
import { GraphClient, mutationSource } from './whole-hub/graph-client.js';

jest.setTimeout(120_000);

const bench = new Workbench();
const email = 'coordinator@example.org';

let server: PostgresServer;
let running: RunningSubgraphs;
let keys: TokenKeys;
let secrets: Secrets;
let clientToken: string;
let served: Record<string, HttpServer>;
/** The same subgraphs behind two front doors: called in this process, and over HTTP. */
let doors: Gateway[];

beforeAll(async () => {
  const dataDir = await bench.folder();
  server = await startPostgres({ dataDir, settings: { fsync: 'off' } });
  const folder = await openDataFolder(dataDir);
  secrets = folder.secrets;
  keys = await importTokenKeys(folder.secrets.tokenKey);
  const surroundings = { clock: systemClock, random: systemRandom, log: silentLog };
  running = await startSubgraphs({ adminUrl: server.url, folder, ...surroundings });
  await loadSample(running, systemClock, silentLog);
  await makeAdministrator(running, email);
  const personId = new PersonHasher(derivedSecret(folder.secrets, 'mailbox hash')).personId(email);
  const claims = { personId, sessionId: 'session', scopes: ['write'], lifetimeSeconds: 600 };
  clientToken = await issueClientToken(keys.privateKey, claims, systemClock);
  served = Object.fromEntries(
    await Promise.all(serviceNames.map(async (name) => [name, await serve(name)] as const)),
  );
  doors = [
    await open((name) => ({ endpoint: running.subgraphs[name] })),
    await open((name) => ({ url: `${served[name]?.url}/graphql` })),
  ];
});

afterAll(async () => {
  await Promise.all((doors ?? []).map((door) => door.stop()));
  await Promise.all(Object.values(served ?? {}).map((subgraph) => subgraph.stop()));
  await running?.stop();
  await server?.stop();
});

async function serve(name: (typeof serviceNames)[number]): Promise<HttpServer> {
  return serveHttp(running.subgraphs[name], {
    host: '127.0.0.1',
    port: await freePort(),
    gatewayKeys: gatewayKeysOf(gatewayKeys(secrets, systemClock).publicKeys()),
    clock: systemClock,
    newRequestId: () => 'own-request',
    log: silentLog,
  });
}

async function open(location: (name: (typeof serviceNames)[number]) => SubgraphLocation): Promise<Gateway> {
  return startGateway({
    host: '127.0.0.1',
    port: await freePort(),
    supergraphSdl: (await readContract()).supergraph,
    subgraphs: Object.fromEntries(serviceNames.map((name) => [name, location(name)])),
    verifyToken: (token) => verifyClientToken(keys.publicKey, token, systemClock),
    credentials: subgraphCredentials({ keys: gatewayKeys(secrets, systemClock), clock: systemClock }),
    ready: async () => ({ ready: true, reasons: [] }),
    development: false,
    newRequestId: () => 'one-request',
    log: silentLog,
    publicErrorCodes: faultCodes,
  });
}

/** What both front doors answer, in process first. */
async function both(query: string, variables: object = {}, token: string | null = null) {
  const answers: string[] = [];
  for (const { url } of doors) {
    const { text } = await new GraphClient(`${url}/graphql`, token).ask(query, variables);
    answers.push(text);
  }
  return answers;
}

async function nextUpdate({ url }: Gateway, after: string): Promise<string> {
  const socket = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const query = `subscription ($after: String) { statementUpdated(slug: "practice-statement", after: $after) {
    cursor kind signature { id nameAsSigned organisation { id slug name } } statement { title } } }`;
  try {
    for await (const update of socket.iterate({ query, variables: { after } })) return JSON.stringify(update);
    throw new Error('The subscription ended without an update');
  } finally {
    await socket.dispose();
  }
}

describe('the gateway in front of subgraphs over HTTP answers the same bytes as in process', () => {
  test('for queries', async () => {
    const [inProcess, overHttp] = await both(wholeSample);
    expect(overHttp).toBe(inProcess);
    expect(JSON.parse(overHttp ?? '').data.statement.signatures.totalCount).toBe(108);
  });

  test.each([
    ['signed out', 'mutation { registerOrganisation(input: { name: "X" }) { __typename } }'],
    ['a cursor of another list', '{ organisations(after: "bm90IG91cnM") { totalCount } }'],
    ['too large a page', '{ organisations(first: 1000000000) { totalCount } }'],
  ])('for refused operations: %s', async (_name, query) => {
    const [inProcess, overHttp] = await both(query);
    expect(overHttp).toBe(inProcess);
    expect(overHttp).toMatch('"errors"');
  });

  test('for mutations, whichever way they came first', async () => {
    const input = { name: 'Registered once', country: 'CH', idempotencyKey: 'registered-once' };
    const wanted = '... on RegisterOrganisationSuccess { organisation { id slug name country } }';
    const [inProcess, overHttp] = await both(
      mutationSource('registerOrganisation', wanted),
      { input },
      clientToken,
    );
    expect(overHttp).toBe(inProcess);
    expect(overHttp).toMatch('"slug":"registered-once"');
  });

  test('for subscriptions', async () => {
    const [overHttp] = doors.slice(1).map(({ url }) => new GraphClient(`${url}/graphql`, clientToken));
    if (overHttp === undefined) throw new Error('There is no front door');
    const { statement } = await overHttp.query<{
      statement: { id: string; updateCursor: string; currentRevision: { digest: string } };
    }>('{ statement(slug: "practice-statement") { id updateCursor currentRevision { digest } } }');
    const updates = doors.map((door) => nextUpdate(door, statement.updateCursor));
    const { organisation } = await overHttp.succeed<{ organisation: { id: string } }>(
      'registerOrganisation',
      { name: 'Signs over HTTP' },
      '... on RegisterOrganisationSuccess { organisation { id } }',
    );
    const mandate = { organisationId: organisation.id, email, scopes: ['SIGN'] };
    await overHttp.succeed('grantMandate', { ...mandate, decidedOn: '2022-09-01', decidedBy: 'Board' });
    await overHttp.succeed('signStatement', {
      statementId: statement.id,
      revisionDigest: statement.currentRevision.digest,
      organisationId: organisation.id,
      idempotencyKey: 'signs-over-http',
    });
    const [first, second] = await Promise.all(updates);
    expect(withoutCursor(second)).toEqual(withoutCursor(first));
    expect(withoutCursor(second)).toMatchObject({
      data: {
        statementUpdated: { kind: 'SIGNED', signature: { organisation: { name: 'Signs over HTTP' } } },
      },
    });
  });
});

/** Sealed anew each time, so that nobody can tell from two cursors whether they mean the same. */
function withoutCursor(update: string | undefined): unknown {
  return JSON.parse(update ?? '', (key, value: unknown) => (key === 'cursor' ? typeof value : value));
}
