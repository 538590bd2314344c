import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '@coalition-hub/postgres';
import { freePort } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { withDatabase } from './hub-process/hub-database.js';
import { ordinaryUser } from './hub-process/ordinary-user.js';
import { processesBelow } from './hub-process/processes-below.js';
import { Workbench } from './hub-process/workbench.js';

const bench = new Workbench();
jest.setTimeout(180_000);

/** One sentence for people: no stack, no name of an error, no code of a program. */
const sentence = /^[A-ZT][^\n]*[.)]\n$/;
const innards = /\n\s+at |node_modules|Error:|\bE[A-Z]{5,}\b|SQLSTATE/;

/** Starts a hub that cannot start, and returns what it says. */
async function refusal(settings: NodeJS.ProcessEnv, spawn = {}): Promise<string> {
  const port = Number(settings['HUB_PORT'] ?? (await freePort()));
  const dataDir = settings['HUB_DATA_DIR'] ?? (await bench.folder());
  const hub = await bench.hub({ dataDir, port, env: settings, spawn });
  const { code, stderr } = await hub.program.ended;
  expect(code).toBe(1);
  expect(stderr).not.toMatch(innards);
  expect(processesBelow([dataDir])).toEqual([]);
  return stderr;
}

test('all faults of the settings are told at once', async () => {
  const told = await refusal({
    HUB_PORT: 'four thousand',
    HUB_SAMPLE_DATA: 'perhaps',
    HUB_OPERATIONS: 'all',
    HUB_LOG_LEVEL: 'loud',
    DATABASE_URL: 'postgres://[somewhere',
    PUBLIC_URL: 'ftp://example.org',
  });
  for (const name of ['HUB_PORT', 'HUB_SAMPLE_DATA', 'HUB_OPERATIONS', 'HUB_LOG_LEVEL', 'DATABASE_URL'])
    expect(told).toMatch(new RegExp(`^  - ${name} .*\\.$`, 'm'));
  expect(told).toMatch(/^ {2}- PUBLIC_URL .*\.$/m);
});

test('a port in use', async () => {
  const port = await freePort();
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(port, '127.0.0.1', resolve));
  const folder = await bench.folder();
  const told = await refusal({ HUB_PORT: String(port), HUB_DATA_DIR: join(folder, 'data') });
  expect(told).toMatch(sentence);
  expect(told).toMatch(`Port ${port} of 127.0.0.1 is already in use`);
  expect(told).toMatch('another port with HUB_PORT.');
  expect(await readdir(folder)).toEqual([]);
  await new Promise((resolve) => taken.close(resolve));
});

test('an address that is not of this machine', async () => {
  const told = await refusal({ HUB_HOST: '192.0.2.1' });
  expect(told).toMatch(sentence);
  expect(told).toMatch('no address "192.0.2.1"');
});

describe('a data folder', () => {
  test('whose keys were written by a newer version is left alone', async () => {
    const dataDir = await bench.folder();
    const keys = JSON.stringify({ format: 2, secrets: {} });
    await writeFile(join(dataDir, 'hub-keys.json'), keys);
    const told = await refusal({ HUB_DATA_DIR: dataDir });
    expect(told).toMatch(sentence);
    expect(told).toMatch(/newer version of Coalition Hub\. Start that version/);
    expect(await readdir(dataDir)).toEqual(['hub-keys.json']);
    expect(await readFile(join(dataDir, 'hub-keys.json'), 'utf8')).toBe(keys);
  });

  test('of a newer PostgreSQL is left alone', async () => {
    const dataDir = await bench.folder();
    await mkdir(join(dataDir, 'postgres'));
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '99\n');
    const told = await refusal({ HUB_DATA_DIR: dataDir });
    expect(told).toMatch(sentence);
    expect(told).toMatch(/PostgreSQL 99/);
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['PG_VERSION']);
  });

  test('with damaged keys', async () => {
    const dataDir = await bench.folder();
    await writeFile(join(dataDir, 'hub-keys.json'), '{ "format"');
    const told = await refusal({ HUB_DATA_DIR: dataDir });
    expect(told).toMatch(sentence);
    expect(told).toMatch(/keys are damaged/);
  });

  test('below a file', async () => {
    const file = join(await bench.folder(), 'file');
    await writeFile(file, '');
    const told = await refusal({ HUB_DATA_DIR: join(file, 'data') });
    expect(told).toMatch(sentence);
    expect(told).toMatch(/HUB_DATA_DIR/);
  });

  test('where no folder can be made, though the one above is there', async () => {
    if (process.platform !== 'linux') return;
    const started = performance.now();
    const told = await refusal({ HUB_DATA_DIR: '/proc/coalition-hub' });
    expect(told).toMatch(sentence);
    expect(told).toMatch(/No folder can be made in that place\. Name another/);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test('that may not be written to', async () => {
    const folder = await bench.folder();
    const user = await ordinaryUser(folder);
    if (user === null) return;
    await chmod(folder, 0o500);
    const told = await refusal({ HUB_DATA_DIR: join(folder, 'data') }, user.identity);
    expect(told).toMatch(sentence);
    expect(told).toMatch(/may not write to its data folder/);
  });

  test('on a disk without space, for the keys or for the database', async () => {
    for (const size of ['4k', '20m']) {
      const dataDir = await bench.folder();
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', dataDir]).status !== 0) {
        process.stdout.write('skipped: a small disk cannot be mounted here\n');
        return;
      }
      try {
        if (size === '4k') await writeFile(join(dataDir, 'filler'), Buffer.alloc(4096));
        const told = await refusal({ HUB_DATA_DIR: dataDir });
        expect(told).toMatch(sentence);
        expect(told).toMatch(/no space left/);
      } finally {
        spawnSync('umount', [dataDir]);
      }
    }
  });
});

describe('a PostgreSQL that was named', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await startPostgres({ dataDir: await bench.folder(), settings: { fsync: 'off' } });
  });
  afterAll(() => server.stop());

  const named = (parts: Partial<URL>) => {
    const url = Object.assign(new URL(server.url), parts);
    return refusal({ DATABASE_URL: url.href });
  };

  test('but does not answer', async () => {
    const told = await named({ port: String(await freePort()) });
    expect(told).toMatch(sentence);
    expect(told).toMatch(/^No PostgreSQL answers at 127\.0\.0\.1:\d+: start it, or correct DATABASE_URL\.$/m);
  });

  test('with a wrong password, which is not repeated', async () => {
    const told = await named({ password: 'wrong-password' });
    expect(told).toMatch(sentence);
    expect(told).toMatch(/refuses the user "postgres"/);
    expect(told).not.toMatch('wrong-password');
  });

  test('with a database that it does not have', async () => {
    const told = await named({ pathname: '/elsewhere' });
    expect(told).toMatch(sentence);
    expect(told).toMatch(/has no database "elsewhere"/);
  });

  test('with a user who may not create databases', async () => {
    await withDatabase(server.url, (session) => session.query("create role guest login password 'guest'"));
    const told = await named({ username: 'guest', password: 'guest' });
    expect(told).toMatch(sentence);
    expect(told).toMatch(/"guest" may not create databases and roles.*CREATEDB and CREATEROLE/);
  });

  test('with data of a newer version, which are left alone', async () => {
    const dataDir = await bench.folder();
    const settings = { HUB_DATA_DIR: dataDir, DATABASE_URL: server.url };
    const hub = await bench.hub({ dataDir, env: settings });
    await hub.ready();
    expect(await hub.stop()).toMatchObject({ code: 0 });
    const url = Object.assign(new URL(server.url), { pathname: '/hub_signatories' }).href;
    await withDatabase(url, (session) =>
      session.query("insert into migration (name, executed_at) values ('signatories-999', now())"),
    );
    const told = await refusal(settings);
    expect(told).toMatch(sentence);
    expect(told).toMatch(/newer version of Coalition Hub\. Start that version, or restore a backup/);
  });
});
