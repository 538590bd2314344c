import { HubClient, StatementCursor } from '@coalition-hub/client';
import { seededRandom } from '@coalition-hub/subgraph';
import { expect, jest, test } from '@jest/globals';
import { email, PracticeSigning } from '../hub-process/practice-signing.js';
import { Workbench } from '../hub-process/workbench.js';
import { inBatches } from '../story/coalition-of-130.js';
import { UnreliableNetwork } from './unreliable-network.js';

const slug = 'practice-statement';
const signatures = 220;
/** Of 256: how often an update is followed by a cut. */
const cutsIn256 = 26;

const bench = new Workbench();
jest.setTimeout(240_000);

test('a follower misses nothing and is told nothing twice, through cuts and a restart of the hub', async () => {
  const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  process.stdout.write(`seed ${seed} (SEED=${seed} repeats the cuts)\n`);
  const random = seededRandom(String(seed));
  const first = await bench.hub({ dataDir: await bench.usedFolder() });
  await first.ready();
  const network = await UnreliableNetwork.before(first.url);
  const args = ['token', '--email', email, '--role', 'administrator'];
  const token = (await bench.command(args, { HUB_DATA_DIR: first.dataDir })).stdout.trim();
  const signing = await PracticeSigning.prepare(first.client(token));
  const names = Array.from({ length: signatures }, (_, index) => `Resuming ${index}`);
  const organisations = (
    await inBatches(names, 20, async (name) => await signing.organisations([name]))
  ).flat();

  const client = new HubClient({ url: network.url, retry: { firstDelayMs: 20, longestDelayMs: 500 } });
  const { subject } = await client.query(StatementCursor, { slug });
  const after = subject?.updateCursor ?? '';
  const updates = client.statementUpdated({ slug, after });
  const told: string[] = [];
  const cursors = new Set<string>();
  let cuts = 0;
  const follow = async () => {
    for await (const { cursor, signature } of updates) {
      told.push(signature?.nameAsSigned ?? '');
      cursors.add(cursor);
      if (told.length === signatures) return;
      if (random.bytes(1, 'cut').readUInt8() < cutsIn256) {
        network.cut();
        cuts += 1;
      }
    }
  };
  const followed = follow();
  const sign = (some: readonly string[]) =>
    inBatches(some, 4, (organisation) => signing.signPersistently(organisation));

  await sign(organisations.slice(0, 100));
  const stopped = first.stop();
  const rest = sign(organisations.slice(100));
  expect(await stopped).toMatchObject({ code: 0 });
  const second = await bench.hub({ dataDir: first.dataDir, port: Number(new URL(first.url).port) });
  await second.ready();
  await rest;
  await followed;

  expect(told).toHaveLength(signatures);
  expect(cursors.size).toBe(signatures);
  expect(new Set(told)).toEqual(new Set(names));
  // The order is the hub's: whoever asks for all at once is told the same.
  const replayed = new HubClient({ url: `${second.url}/graphql` }).statementUpdated({ slug, after });
  const again: string[] = [];
  for await (const { signature } of replayed) {
    again.push(signature?.nameAsSigned ?? '');
    if (again.length === signatures) break;
  }
  expect(again).toEqual(told);
  process.stdout.write(`${signatures} updates, ${cuts} cuts and one restart\n`);
  await network.close();
});
