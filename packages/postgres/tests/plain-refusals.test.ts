import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PostgresError } from '@coalition-hub/postgres';
import { expect, test } from '@jest/globals';
import { findInstallation } from '../src/installation.js';
import { ordinaryUser } from './ordinary-user.js';
import { eventually, killHard, processesBelow, query, Workbench } from './workbench.js';

const bench = new Workbench();

/** One sentence for a person: no line break, no stack, an instruction after the colon. */
const SENTENCE = /^[A-Z][^\n]*: [^\n]+\.$/;

function refusal(code: string, words: RegExp) {
  return expect.objectContaining({ code, message: expect.stringMatching(words) });
}

test('an initdb that was cut short is done again', async () => {
  const dataDir = await bench.folder();
  const hub = bench.hub(dataDir);
  hub.report.catch(() => undefined);
  await eventually(async () => (await readdir(dataDir)).some((name) => name.includes('initdb-')));
  await killHard(hub.process);
  expect(await readdir(dataDir)).not.toContain('postgres');
  await eventually(() => processesBelow([dataDir]).length === 0);

  const server = await bench.start({ dataDir });
  expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres-password', 'postgres.log']);
});

test.each([
  ['99', /made by PostgreSQL 99.*newer release/],
  ['12', /made by PostgreSQL 12.*dump it/],
])('data of PostgreSQL %s are left alone', async (version, words) => {
  const dataDir = await bench.folder();
  await mkdir(join(dataDir, 'postgres'));
  await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), `${version}\n`);
  const start = bench.start({ dataDir });
  await expect(start).rejects.toEqual(refusal('version-mismatch', words));
  await expect(start).rejects.toThrow(SENTENCE);
  expect(await readFile(join(dataDir, 'postgres', 'PG_VERSION'), 'utf8')).toBe(`${version}\n`);
});

test('a folder in a place where none can be made is refused, and one below missing folders is made', async () => {
  if (process.platform === 'linux') {
    const start = bench.start({ dataDir: '/proc/coalition-hub/data' });
    await expect(start).rejects.toEqual(refusal('data-folder-unusable', /choose another folder/));
  }
  const server = await bench.start({ dataDir: join(await bench.folder(), 'several', 'folders', 'below') });
  expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('files that are no database are left alone', async () => {
  const dataDir = await bench.folder();
  await mkdir(join(dataDir, 'postgres'));
  await writeFile(join(dataDir, 'postgres', 'letter.txt'), 'Dear Commissioner');
  const start = bench.start({ dataDir });
  await expect(start).rejects.toEqual(refusal('data-folder-unusable', /holds files but no database/));
  expect(await readdir(join(dataDir, 'postgres'))).toEqual(['letter.txt']);
});

test('a port in use is named as the reason', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(14_011, '127.0.0.1', resolve));
  const start = bench.start({ dataDir: await bench.folder(), port: 14_011 });
  await expect(start).rejects.toEqual(
    refusal('port-in-use', /^The port 14011 is already in use.*choose another port/),
  );
  await expect(start).rejects.toThrow(SENTENCE);
  await new Promise((resolve) => taken.close(resolve));
});

test('a password that was lost or replaced is named as the reason', async () => {
  const dataDir = await bench.folder();
  const password = join(dataDir, 'postgres-password');
  await (await bench.start({ dataDir })).stop();
  await rename(password, `${password}.away`);
  await expect(bench.start({ dataDir })).rejects.toEqual(refusal('password-lost', SENTENCE));
  await writeFile(password, 'another\n');
  await expect(bench.start({ dataDir })).rejects.toEqual(refusal('password-lost', SENTENCE));
  expect(processesBelow([dataDir])).toEqual([]);
});

test('a platform without a package is named as the reason', async () => {
  await expect(findInstallation('plan9-mips')).rejects.toEqual(refusal('not-installed', SENTENCE));
  await expect(findInstallation('plan9-mips')).rejects.toBeInstanceOf(PostgresError);
});

test('a folder of somebody else is named as the reason', async () => {
  const user = await ordinaryUser(await bench.folder());
  if (user?.identity.uid === undefined) {
    process.stdout.write('skipped: only root can make a folder of somebody else\n');
    return;
  }
  const theirs = await bench.folder();
  expect(await bench.hub(join(theirs, 'data'), user.identity).report).toEqual(
    refusal('data-folder-unusable', SENTENCE),
  );
  await expect(bench.start({ dataDir: user.folder })).rejects.toEqual(
    refusal('data-folder-unusable', SENTENCE),
  );
});

test('root that may not step down is told so', async () => {
  const forbid = 'echo 0 > /proc/sys/user/max_user_namespaces && exec "$@"';
  const prefix = ['unshare', '--user', '--map-root-user', 'sh', '-c', forbid, 'sh'];
  const [program = '', ...args] = [...prefix, 'true'];
  if (spawnSync(program, args).status !== 0) {
    process.stdout.write('skipped: user namespaces cannot be limited here\n');
    return;
  }
  const { report } = bench.hub(await bench.folder(), { prefix, env: {} });
  expect(await report).toEqual(refusal('root-refused', SENTENCE));
});

test('a full disk is named as the reason, at the first start and at a later one', async () => {
  const dataDir = await bench.folder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', dataDir]).status !== 0) {
    process.stdout.write('skipped: a small disk cannot be mounted here\n');
    return;
  }
  try {
    const first = bench.start({ dataDir });
    await expect(first).rejects.toEqual(refusal('disk-full', /no space left.*free some space/));
    await expect(first).rejects.toThrow(SENTENCE);
    expect((await readdir(dataDir)).sort()).toEqual(['postgres-password', 'postgres.log']);

    spawnSync('mount', ['-o', 'remount,size=200m', dataDir]);
    await (await bench.start({ dataDir })).stop();
    spawnSync('sh', ['-c', `cat /dev/zero > ${dataDir}/filler`]);
    await expect(bench.start({ dataDir })).rejects.toEqual(refusal('disk-full', SENTENCE));

    await rm(join(dataDir, 'filler'));
    const server = await bench.start({ dataDir });
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  } finally {
    spawnSync('umount', [dataDir]);
  }
});
