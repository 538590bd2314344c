import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readContract } from '@coalition-hub/schema';
import { gatewayKeysOf, systemClock, type Viewer, verifySubgraphToken } from '@coalition-hub/subgraph';
import { createGuardedFolder, type GuardedFolder } from '@coalition-hub/testkit';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { guests as guestsCommand } from '../../src/command-line/guests.js';
import { BadSettings, readConfig } from '../../src/config.js';
import { type DataFolder, openDataFolder } from '../../src/data-folder/data-folder.js';
import { gatewayKeys } from '../../src/data-folder/gateway-keys.js';
import { openGuests } from '../../src/guests/open-guests.js';

let guarded: GuardedFolder;
let folder: DataFolder;
const cleanups: (() => Promise<void>)[] = [];

beforeEach(async () => {
  guarded = await createGuardedFolder();
  folder = await openDataFolder(guarded.path);
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
  await guarded.remove();
});

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const sdl = `${link} type Query { weather: String }`;

/** Something that answers HTTP requests on loopback. */
async function serve(answer: () => string | null) {
  const server = createServer((_request, response) => {
    const text = answer();
    if (text !== null) response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  cleanups.push(() => stop().catch(() => undefined));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, stop };
}

const told = (schema: string) => JSON.stringify({ data: { _service: { sdl: schema } } });

async function open(url: string) {
  return openGuests([{ name: 'weather', url }], await readContract(), { folder, clock: systemClock });
}

test('without guests the supergraph is the committed one', async () => {
  const contract = await readContract();
  const { supergraph, subgraphs } = await openGuests([], contract, { folder, clock: systemClock });
  expect(supergraph).toBe(contract.supergraph);
  expect(subgraphs).toEqual({});
});

test('one that is down is taken up as it was last; under another address it is not known', async () => {
  const { url, stop } = await serve(() => told(sdl));
  const first = await open(url);
  expect(first.reports).toMatchObject([{ takenUp: true, fromCache: false, remarks: [] }]);
  await stop();
  const second = await open(url);
  expect(second.reports).toMatchObject([{ takenUp: true, fromCache: true }]);
  expect(second.supergraph).toBe(first.supergraph);
  expect(second.subgraphs).toEqual({ weather: { url, timeoutMs: 2_000 } });
  const elsewhere = await open('http://127.0.0.1:9/graphql');
  expect(elsewhere.reports).toMatchObject([{ takenUp: false, remarks: [expect.stringContaining('2 s')] }]);
});

test('one whose schema does not fit any more is left out, whatever it was before', async () => {
  let schema = sdl;
  const { url } = await serve(() => told(schema));
  await open(url);
  schema = `${link} type Query { statement: String }`;
  const { supergraph, reports } = await open(url);
  expect(reports).toMatchObject([{ takenUp: false, remarks: ['Query.statement belongs to the hub.'] }]);
  expect(supergraph).toBe((await readContract()).supergraph);
});

test.each<[string, () => string | null, RegExp]>([
  ['hangs', () => null, /does not answer within 2 s/],
  ['is a web page', () => '<h1>Hello</h1>', /not with the schema/],
  ['has no schema to tell', () => '{"errors":[{"message":"no"}]}', /not with the schema/],
  ['tells more than 1 MB', () => told(`# ${'x'.repeat(1_100_000)}`), /longer than 1 MB/],
  ['tells what is no schema', () => told('type {'), /cannot be read/],
])('one that %s is left out, in a sentence', async (_what, answer, sentence) => {
  const begun = performance.now();
  const { reports, supergraph } = await open((await serve(answer)).url);
  expect(reports).toMatchObject([{ takenUp: false, remarks: [expect.stringMatching(sentence)] }]);
  expect(supergraph).toBe((await readContract()).supergraph);
  expect(performance.now() - begun).toBeLessThan(8_000);
});

test('a viewer has another name for each guest, the same each time', async () => {
  const { credentials } = await openGuests([], await readContract(), { folder, clock: systemClock });
  const keys = gatewayKeysOf(gatewayKeys(folder.secrets, systemClock).publicKeys());
  const tokenFor = async (subgraph: string, asking: Viewer | null) => {
    const addressing = { subgraph, viewer: asking, requestId: 'request', target: '/graphql' };
    const { authorization } = await credentials.forRequest(addressing, { contentType: 'a/b', body: '' });
    return authorization?.replace('Bearer ', '') ?? '';
  };
  const viewer = {
    personId: 'person of the hub',
    sessionId: 'session of the hub',
    scopes: ['write'],
    expiresAt: 4_102_444_800,
  };
  const named = async (guest: string) =>
    (await verifySubgraphToken(keys, await tokenFor(guest, viewer), guest, systemClock))?.personId;
  const [press, again, map] = [await named('press'), await named('press'), await named('map')];
  expect(press).toBe(again);
  expect(new Set([press, map, viewer.personId]).size).toBe(3);
  const nobody = await tokenFor('press', null);
  expect(await verifySubgraphToken(keys, nobody, 'press', systemClock)).toBeNull();
  await expect(verifySubgraphToken(keys, nobody, 'map', systemClock)).rejects.toThrow();
});

test('"hub guests" prints what would come of each, and fails if one is left out', async () => {
  const good = await serve(() => told(sdl));
  const bad = await serve(() => told(`${link} type Query { statements: String! }`));
  const printed: string[] = [];
  const run = (setting: string) =>
    guestsCommand.run({
      config: readConfig({ HUB_DATA_DIR: folder.path, HUB_GUESTS: setting }),
      ...{ values: {}, positionals: [], say: () => undefined, write: async () => undefined },
      print: (line: string) => void printed.push(line),
    });
  await run('');
  await run(`weather=${good.url}`);
  await expect(run(`weather=${good.url}, other=${bad.url}`)).rejects.toThrow('Not every guest');
  expect(printed).toEqual([
    'HUB_GUESTS names no guests.',
    'weather: taken up',
    'weather: taken up',
    'other: left out\n  - Query.statements belongs to the hub.',
  ]);
});

describe('the setting', () => {
  const faultsOf = (setting: string): readonly string[] => {
    try {
      readConfig({ HUB_GUESTS: setting });
      return [];
    } catch (error) {
      return (error as BadSettings).faults;
    }
  };

  test('names any number of guests', () => {
    expect(readConfig({ HUB_GUESTS: '' }).guests).toEqual([]);
    expect(
      readConfig({ HUB_GUESTS: ' press=http://[::1]:1/g , map=https://map.example.org/?a=b,' }).guests,
    ).toEqual([
      { name: 'press', url: 'http://[::1]:1/g' },
      { name: 'map', url: 'https://map.example.org/?a=b' },
    ]);
  });

  test.each([
    ['http://127.0.0.1:1/', /name has small letters|must look like/],
    ['press', /must look like/],
    ['Press=http://127.0.0.1:1/', /small letters/],
    ['statements=http://127.0.0.1:1/', /name of the hub itself/],
    ['press=ftp://127.0.0.1/', /must start with http/],
    ['press=http://', /must start with http/],
    ['press=http://a/,press=http://b/', /twice/],
  ])('"%s" is refused', (setting, fault) => {
    expect(faultsOf(setting)).toEqual([expect.stringMatching(fault)]);
  });
});
