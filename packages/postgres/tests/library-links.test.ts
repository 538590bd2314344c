import { mkdir, mkdtemp, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { linkLibraries } from '../src/link-libraries.js';

let root: string;

afterEach(() => rm(root, { recursive: true }));

async function makePackage(links: object[] | null): Promise<void> {
  root = await mkdtemp(join(tmpdir(), 'coalition-hub-links-'));
  await mkdir(join(root, 'native', 'lib'), { recursive: true });
  await writeFile(join(root, 'native', 'lib', 'libx.so.1.2'), '');
  if (links !== null) await writeFile(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links));
}

test('missing links are made, by several processes at once, and found later', async () => {
  await makePackage([{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so' }]);
  await Promise.all(Array.from({ length: 8 }, () => linkLibraries(root)));
  await linkLibraries(root);
  expect(await readlink(join(root, 'native', 'lib', 'libx.so'))).toBe('libx.so.1.2');
});

test('a package without links needs none', async () => {
  await makePackage(null);
  await expect(linkLibraries(root)).resolves.toBeUndefined();
});

test('links that cannot be made are told in one sentence', async () => {
  await makePackage([{ source: 'native/lib/libx.so.1.2', target: 'native/missing/libx.so' }]);
  await expect(linkLibraries(root)).rejects.toMatchObject({
    code: 'not-installed',
    message: expect.stringMatching(
      /^PostgreSQL's libraries cannot be linked in .*: start the hub once as .*\.$/,
    ),
  });
});
