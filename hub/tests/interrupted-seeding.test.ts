import { waitUntil } from '@coalition-hub/testkit';
import { expect, jest, test } from '@jest/globals';
import { Workbench } from './hub-process/workbench.js';

const bench = new Workbench();
jest.setTimeout(180_000);

test('an interrupted seeding says what is in, and the hub shows just that', async () => {
  const hub = await bench.hub({ dataDir: await bench.usedFolder() });
  await hub.ready();
  const seed = ['seed', '--organisations', '60000', '--statements', '50', '--signatures', '90000'];
  const seeding = bench.start([...seed, '--random-seed', 'interrupted'], { HUB_DATA_DIR: hub.dataDir });
  const organisations = async () =>
    (
      await hub
        .client()
        .query<{ organisations: { totalCount: number } }>('{ organisations(first: 1) { totalCount } }')
    ).organisations.totalCount;
  const before = await organisations();
  await waitUntil(async () => (await organisations()) > before, {
    what: 'the first part is in',
    timeoutMs: 60_000,
  });
  seeding.send('SIGINT');
  const { code, stdout, stderr } = await seeding.ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  const [, entered, coalition] =
    /^Interrupted: (\d+) organisations, 0 statements and 0 signatures are entered under the coalition "(.+)", and stay\.\n$/.exec(
      stderr,
    ) ?? [];
  expect(await organisations()).toBe(before + Number(entered));
  const members = `query ($slug: String!) { coalition(slug: $slug) { members(first: 1) { totalCount } } }`;
  expect(await hub.client().query(members, { slug: coalition })).toEqual({
    coalition: { members: { totalCount: Number(entered) } },
  });
});
