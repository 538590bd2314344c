import { randomUUID } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { folderOfRun } from '../src/index.js';

test('a folder of a run is filled once, whoever asks first, and is whole for all', async () => {
  let filled = 0;
  const fill = async (path: string) => {
    filled += 1;
    await writeFile(join(path, 'file'), 'whole');
  };
  const name = `filled-once-${randomUUID()}`;
  const paths = await Promise.all(Array.from({ length: 4 }, () => folderOfRun(name, fill)));
  expect(filled).toBe(1);
  expect(new Set(paths).size).toBe(1);
  expect(await readFile(join(paths[0] ?? '', 'file'), 'utf8')).toBe('whole');
});

test('a filling that fails leaves nothing behind, and the next one may do better', async () => {
  const name = `failed-first-${randomUUID()}`;
  const failing = folderOfRun(name, async (path) => {
    await writeFile(join(path, 'half'), '');
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  const path = await folderOfRun(name, (draft) => writeFile(join(draft, 'whole'), ''));
  expect(await readdir(path)).toEqual(['whole']);
});
