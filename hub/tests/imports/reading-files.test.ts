import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createGuardedFolder, type GuardedFolder } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readList } from '../../src/imports/reading/read-list.js';

let folder: GuardedFolder;
beforeAll(async () => {
  folder = await createGuardedFolder();
});
afterAll(() => folder.remove());

const wanted = { columns: ['name', 'country'], told: new Map() } as const;

async function file(content: string | Uint8Array, name = 'list.csv'): Promise<string> {
  const path = join(folder.path, name);
  await writeFile(path, content);
  return path;
}

const text = 'name;country\nÄrzte für Gerechtigkeit;Deutschland\nDroits & Santé – réseau;Côte d’Ivoire\n';

describe('encodings', () => {
  test.each([
    ['UTF-8', 'utf-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', 'utf-8', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first', 'utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without a mark', 'utf-16le', Buffer.from(text, 'utf16le')],
    ['UTF-16, big end first', 'utf-16be', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Windows-1252', 'windows-1252', windows1252(text)],
  ])('%s is recognised', async (_, encoding, bytes) => {
    const list = await readList(await file(bytes), wanted);
    expect(list.encoding).toBe(encoding);
    expect(list.rows.map(({ cells }) => cells)).toEqual([
      { name: 'Ärzte für Gerechtigkeit', country: 'Deutschland' },
      { name: 'Droits & Santé – réseau', country: 'Côte d’Ivoire' },
    ]);
  });

  test('one letter that is not UTF-8, far down, makes the whole list Windows-1252', async () => {
    const bytes = Buffer.from(`name\n${'Lake Watch\n'.repeat(20_000)}Café\n`, 'latin1');
    const list = await readList(await file(bytes), wanted);
    expect([list.encoding, list.rows.at(-1)?.cells.name]).toEqual(['windows-1252', 'Café']);
  });

  test('an encoding that was told overrules the guess', async () => {
    const bytes = Buffer.concat([
      Buffer.from('name\nPomoc lid'),
      Buffer.from([0xed, 0x2c, 0x20, 0x9d]),
      Buffer.from('\n'),
    ]);
    const list = await readList(await file(bytes), { ...wanted, encoding: 'windows-1250' });
    expect(list.rows[0]?.cells.name).toBe('Pomoc lidí, ť');
  });
});

describe('files that are no lists are refused in one sentence', () => {
  test.each([
    ['an image', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'it is an image'],
    ['a spreadsheet', Buffer.from('PK\x03\x04\x14\0\x06\0', 'latin1'), 'save the list as CSV'],
    ['an old spreadsheet', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'save the list as CSV'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'it is a PDF document'],
    ['a web page', Buffer.from('<!DOCTYPE html><html>'), 'it is a web page'],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 7919) % 251)),
      'it is not text',
    ],
    ['nothing', Buffer.alloc(0), 'it is empty'],
  ])('%s', async (_, bytes, reason) => {
    await expect(readList(await file(bytes), wanted)).rejects.toThrow(reason);
  });

  test('a folder, and what is not there', async () => {
    await mkdir(join(folder.path, 'lists'));
    await expect(readList(join(folder.path, 'lists'), wanted)).rejects.toThrow('it is a folder');
    await expect(readList(join(folder.path, 'gone.csv'), wanted)).rejects.toThrow('there is no such file');
    await expect(readList('/dev/zero', wanted)).rejects.toThrow('it is no ordinary file');
  });

  test('200 MB are refused without being read', async () => {
    const path = await file('name\n', 'large.csv');
    await truncate(path, 200 * 1024 * 1024);
    const before = process.memoryUsage.rss();
    await expect(readList(path, wanted)).rejects.toThrow('it is larger than 20 MB');
    expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 1024 * 1024);
  });
});

/** The letters of the test text that Windows-1252 has elsewhere than Latin-1. */
function windows1252(content: string): Buffer {
  return Buffer.from(content.replace('–', '\x96').replace('’', '\x92'), 'latin1');
}
