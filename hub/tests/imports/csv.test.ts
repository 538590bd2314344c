import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { csvLine } from '../../src/csv/csv-line.js';
import { withGuard, withoutGuard } from '../../src/csv/formula-guard.js';
import { parseCells } from '../../src/imports/reading/parse-cells.js';

const seed = Date.now() % 1_000_000;

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.stringMatching(/^['=+@\-\t ,;"\r\n#a-cé]{0,8}$/),
);

describe('cells of an export', () => {
  test(`whatever they hold, they come back as they were (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        async (rows) => {
          const text = rows.map(csvLine).join('');
          const read: string[][] = [];
          for await (const { cells } of parseCells(text, ',')) read.push(cells.map(withoutGuard));
          expect(read).toEqual(rows);
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', "'=1", "''+x"])(
    '%j is no formula to a spreadsheet',
    (text) => {
      expect(withGuard(text)).toBe(`'${text}`);
      expect(withoutGuard(withGuard(text))).toBe(text);
    },
  );

  test.each(['Lake Watch', "'Round the Lake", '', "L'Eau", '#1 Rights', 'a=b'])(
    '%j stays as it is',
    (text) => {
      expect(withGuard(text)).toBe(text);
      expect(withoutGuard(text)).toBe(text);
    },
  );

  test('rows follow RFC 4180', () => {
    expect(csvLine(['Women, Law', 'a "b"', 'two\nlines', '', 'KE'])).toBe(
      '"Women, Law","a ""b""","two\nlines",,KE\r\n',
    );
  });
});
