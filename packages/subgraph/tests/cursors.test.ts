import { randomBytes } from 'node:crypto';
import { CursorSealer, type CursorValues } from '@coalition-hub/subgraph';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

const sealer = new CursorSealer(Buffer.alloc(32, 7));
const seed = 20_260_902;
console.info(`seed ${seed}`);

const value = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.uuid());
const values: fc.Arbitrary<CursorValues> = fc.array(value, { minLength: 1, maxLength: 4 });
const list = fc.string({ unit: 'binary' });

const refused = (cursor: string, of = 'notes', by = sealer) =>
  expect(() => by.open(of, cursor)).toThrow('This cursor does not belong to this list');

test('a list opens what it sealed, and seals the same the same way', () => {
  fc.assert(
    fc.property(list, values, (name, row) => {
      const cursor = sealer.seal(name, row);
      expect(sealer.open(name, cursor)).toEqual(row);
      expect(sealer.seal(name, row)).toBe(cursor);
      expect(cursor).toMatch(/^[\w-]+$/);
    }),
    { seed },
  );
});

test('another list, another secret and another service refuse it', () => {
  fc.assert(
    fc.property(list, list, values, (name, other, row) => {
      fc.pre(name !== other);
      const cursor = sealer.seal(name, row);
      refused(cursor, other);
      refused(cursor, name, new CursorSealer(randomBytes(32)));
    }),
    { seed },
  );
});

test('every flipped bit is found', () => {
  const bytes = Buffer.from(sealer.seal('notes', ['title', 'id']), 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const altered = Buffer.from(bytes);
    altered.writeUInt8(altered.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    refused(altered.toString('base64url'));
  }
});

test('every truncation and extension is found', () => {
  const cursor = sealer.seal('notes', ['title', 'id']);
  for (let length = 0; length < cursor.length; length += 1) refused(cursor.slice(0, length));
  for (const more of ['A', 'AAAA', '=', '==', ' ', '\n', '!']) refused(cursor + more);
});

test('it has one spelling only', () => {
  const cursor = sealer.seal('notes', ['title', 'id1']);
  for (const spelling of [` ${cursor}`, `${cursor.slice(0, 9)}\n${cursor.slice(9)}`, `${cursor}=`])
    refused(spelling);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  for (const last of alphabet) {
    const other = cursor.slice(0, -1) + last;
    if (other !== cursor) refused(other);
  }
});

describe('made-up cursors are refused', () => {
  test.each(['', ' ', 'null', '0', 'A'.repeat(38), 'A'.repeat(1_000_000), '\u0000', '💥', '[1]', 'WzFd'])(
    '%#',
    (cursor) => refused(cursor),
  );

  test('generated ones too', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) =>
        refused(Buffer.from(bytes).toString('base64url')),
      ),
      { seed, numRuns: 500 },
    );
  });
});

test('it tells nothing of the row', () => {
  const cursor = sealer.seal('notes', ['plain title', 'f0e1d2c3']);
  expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/plain|title|f0e1/);
});
