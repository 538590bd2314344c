import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { ordinaryUser } from './hub-process/ordinary-user.js';
import { processesBelow } from './hub-process/processes-below.js';
import { wholeSample } from './hub-process/sample-queries.js';
import { Workbench } from './hub-process/workbench.js';

jest.setTimeout(180_000);

const bench = new Workbench();

/** @param identity as whom it runs; whoever runs the tests unless told */
async function worksBelow(folder: string, identity: { uid?: number; gid?: number } = {}): Promise<void> {
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  const hub = await bench.hub({ dataDir: join(folder, 'data'), spawn: identity });
  await hub.ready();
  const { statement } = await hub
    .client()
    .query<{ statement: { signatures: { totalCount: number } } }>(wholeSample);
  expect(statement.signatures.totalCount).toBe(108);
  expect((await stat(hub.dataDir)).mode & 0o777).toBe(0o700);
  expect(await hub.stop()).toMatchObject({ code: 0 });
  expect(processesBelow([folder])).toEqual([]);
}

test('root starts the hub below a folder that only root may enter', async () => {
  if (process.getuid?.() !== 0) {
    process.stdout.write('skipped: only root can show this\n');
    return;
  }
  const folder = join(await bench.folder(), 'private');
  await mkdir(folder, { mode: 0o700 });
  await worksBelow(folder);
});

test('an ordinary user starts the hub below a folder that nobody else may enter', async () => {
  const folder = await bench.folder();
  const user = await ordinaryUser(folder);
  if (user !== null) await worksBelow(folder, user.identity);
});
