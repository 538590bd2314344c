import { randomBytes } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PersonalSealer } from '@coalition-hub/subgraph';
import { waitUntil } from '@coalition-hub/testkit';
import { expect, jest, test } from '@jest/globals';
import { FollowedKeys } from '../../src/data-folder/followed-keys.js';
import { PersonalKeyFile } from '../../src/data-folder/personal-keys.js';
import { databaseUrl, withDatabase } from '../hub-process/hub-database.js';
import { type HubProcess } from '../hub-process/hub-process.js';
import { Workbench } from '../hub-process/workbench.js';
import { namedRepresentatives, nameOne, namesRead } from './named-representatives.js';

jest.setTimeout(240_000);
const bench = new Workbench();
const names = Array.from({ length: 8 }, (_, index) => `Representative ${index}`);

interface Ring {
  readonly keys: readonly { readonly id: string; readonly key: string }[];
}

const ringOf = async (dataDir: string): Promise<Ring> =>
  JSON.parse(await readFile(join(dataDir, 'personal-keys.json'), 'utf8')) as Ring;

const rotate = (dataDir: string) =>
  bench.start(['rotate-personal-keys', '--json'], { HUB_DATA_DIR: dataDir });

async function signedIn(hub: HubProcess, email: string, ...more: string[]) {
  const { stdout } = await bench.command(['token', '--email', email, ...more], {
    HUB_DATA_DIR: hub.dataDir,
  });
  return hub.client(stdout.trim());
}

async function sealedNames(dataDir: string): Promise<{ personId: string; text: string }[]> {
  return withDatabase(await databaseUrl(dataDir, 'hub_organisations'), async (session) => {
    const { rows } = await session.query<{ personId: string; text: string }>(
      'select person_id as "personId", sealed_name as text from representative',
    );
    return rows;
  });
}

/** Runs `work` while nobody can change the name of one representative. */
async function whileOneIsHeld<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  return withDatabase(await databaseUrl(dataDir, 'hub_organisations'), async (session) => {
    await session.query('begin');
    await session.query('select from representative order by person_id limit 1 for update');
    try {
      return await work();
    } finally {
      await session.query('rollback');
    }
  });
}

test('keys are rotated beside a hub that reads and writes, killed in the middle and by two at once', async () => {
  const hub = await bench.hub({ env: { HUB_SAMPLE_DATA: 'off' } });
  await hub.ready();
  const { dataDir } = hub;
  const administrator = await signedIn(hub, 'administrator@example.org', '--role', 'administrator');
  const organisationId = await namedRepresentatives(administrator, names);
  const reader = await signedIn(hub, 'named-0@example.org');
  const first = await ringOf(dataDir);
  const before = await sealedNames(dataDir);
  expect((await stat(join(dataDir, 'personal-keys.json'))).mode & 0o777).toBe(0o600);
  expect(first.keys).toHaveLength(1);

  await whileOneIsHeld(dataDir, async () => {
    const killed = rotate(dataDir);
    const [oldId] = first.keys.map(({ id }) => id);
    const halfDone = async () =>
      (await sealedNames(dataDir)).filter(({ text }) => text.startsWith(`v1.${oldId}.`)).length === 1;
    await waitUntil(halfDone, { what: 'all but the held name are under the new key', timeoutMs: 60_000 });
    const second = await rotate(dataDir).ended;
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toBe('The keys are being rotated by another process. Wait until it is done.\n');
    killed.send('SIGKILL');
    await killed.ended;
  });
  const between = await ringOf(dataDir);
  expect(between.keys).toHaveLength(2);
  expect(between.keys[1]).toEqual(first.keys[0]);
  expect(await namesRead(reader, organisationId)).toEqual(names);

  let writing = true;
  const written: string[] = [];
  const writer = (async () => {
    while (writing) {
      const name = `Written meanwhile ${String(written.length).padStart(3, '0')}`;
      await nameOne(administrator, { organisationId, email: `more-${written.length}@example.org`, name });
      written.push(name);
    }
  })();
  const { code, stdout, stderr } = await rotate(dataDir).ended;
  writing = false;
  await writer;
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ resumed: true, unreadable: 0, destroyedKeys: 1 });
  expect(written.length).toBeGreaterThan(0);

  const after = await ringOf(dataDir);
  expect(after.keys).toEqual(between.keys.slice(0, 1));
  const kept = await sealedNames(dataDir);
  expect(kept.filter(({ text }) => !text.startsWith(`v1.${after.keys[0]?.id}.`))).toEqual([]);
  expect(await namesRead(reader, organisationId)).toEqual([...names, ...written].sort());
  await everyNameIsGoneWith(
    first,
    kept.concat(before).map(({ text }) => text),
    kept.length,
  );

  const again = JSON.parse((await rotate(dataDir).ended).stdout) as object;
  expect(again).toMatchObject({ resumed: false, rewrapped: kept.length, destroyedKeys: 1 });
  await hub.stop();

  const alone = JSON.parse((await rotate(dataDir).ended).stdout) as object;
  expect(alone).toMatchObject({ resumed: false, rewrapped: kept.length, destroyedKeys: 1 });
});

/** The key of before opens no text of now: only what was in a backup of before. */
async function everyNameIsGoneWith({ keys }: Ring, texts: readonly string[], gone: number): Promise<void> {
  const old = { id: keys[0]?.id ?? '', key: Buffer.from(keys[0]?.key ?? '', 'base64url') };
  const ring = { current: async () => old, find: (id: string) => (id === old.id ? old : undefined) };
  const sealer = new PersonalSealer(randomBytes(32), ring);
  const opened = texts.map((text) => {
    try {
      return sealer.openIfKept('representative of nobody', text);
    } catch {
      return 'known key';
    }
  });
  expect(opened.slice(0, gone).every((name) => name === null)).toBe(true);
  expect(opened.slice(gone).every((name) => name === 'known key')).toBe(true);
}

test('the file of keys: two processes begin with one key, and a damaged or newer one is told plainly', async () => {
  const folder = await bench.folder();
  const [one, two] = await Promise.all([1, 2].map(() => FollowedKeys.follow(new PersonalKeyFile(folder))));
  expect((await one?.current())?.id).toBe((await two?.current())?.id);
  const file = new PersonalKeyFile(folder);
  const added = await file.add();
  expect(one?.find(added.current.id)).toEqual(added.current);
  const [old] = added.keys.slice(1).map(({ id }) => id);
  await file.destroy([old ?? '', added.current.id]);
  expect((await file.read()).keys).toEqual([added.current]);
  expect((await two?.current())?.id).toBe(added.current.id);
  one?.stop();
  two?.stop();
  await writeFile(file.path, '{"format":2,"keys":[]}');
  await expect(file.read()).rejects.toThrow('written by a newer version');
  for (const damaged of ['', '{}', '{"format":1,"keys":[]}', '{"format":1,"keys":[{"id":"a","key":"AA"}]}']) {
    await writeFile(file.path, damaged);
    await expect(file.read()).rejects.toThrow('are damaged');
  }
});
