import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { changingTable, readingTable } from './printed-tables.js';

const document = new URL('../../../docs/access.md', import.meta.url);
const begin = '<!-- tables that are tested cell by cell; UPDATE_TABLES=1 writes them -->\n';
const end = '<!-- end of the tables -->';

test('docs/access.md shows the tables that are tested', async () => {
  const text = await readFile(document, 'utf8');
  const tables = `${begin}\n${readingTable()}\n\n${changingTable()}\n\n${end}`;
  const [before, rest = ''] = text.split(begin);
  const after = rest.split(end)[1] ?? '';
  if (process.env['UPDATE_TABLES']) await writeFile(document, `${before}${tables}${after}`);
  else expect(text.includes(tables)).toBe(true);
});
