import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeText } from '../../src/imports/reading/decode-text.js';
import { namesIn } from './read-text.js';

const seed = Date.now() % 1_000_000;

/** Letters that Latin-1 and UTF-8 share, and what tables are made of. */
const name = fc
  .stringMatching(/^[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-zÀ-ÖØ-öø-ÿ ,;&"'()|\t.-]{3,40}[A-Za-zé]$/)
  .filter((text) => text === text.trim());

const country = fc.constantFrom('KE', 'UK', "Côte d'Ivoire", 'Rep. Dominicana', '', 'international/regional');

const table = fc.record({
  rows: fc.array(fc.tuple(name, country), { minLength: 1, maxLength: 12 }),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  headers: fc.constantFrom(['name', 'country'], ['Organización', 'País'], ['Nom de l’organisation', 'Pays']),
  comment: fc.constantFrom('', '# as sent around; "final"'),
  encoding: fc.constantFrom('utf8', 'utf8 marked', 'latin1', 'utf16'),
});

type Table = typeof table extends fc.Arbitrary<infer Value> ? Value : never;

test(`tables are read whatever they are written with (seed ${seed})`, async () => {
  await fc.assert(
    fc.asyncProperty(table, async (written) => {
      const decoded = decodeText(bytesOf(written));
      const read = await namesIn(decoded?.text ?? '');
      expect(read).toEqual(written.rows.map(([text, place]) => [text, place]));
    }),
    { seed, numRuns: 300 },
  );
});

function bytesOf({ rows, delimiter, lineEnd, headers, comment, encoding }: Table): Buffer {
  const quoted = (cell: string) => (/["\t,;|]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const lines = [headers, ...rows].map((cells) => cells.map(quoted).join(delimiter));
  const text = [comment, ...lines, ''].join(lineEnd);
  if (encoding === 'latin1') return Buffer.from(text.replaceAll('’', "'"), 'latin1');
  if (encoding === 'utf16') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from(encoding === 'utf8' ? text : `\ufeff${text}`);
}
