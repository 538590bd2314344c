import { digestOf, type RevisionText, revisionDigest } from '@coalition-hub/proof';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seeded } from './seeded.js';

const revision: RevisionText = {
  statement: 'e3b0',
  number: 1,
  language: 'en',
  title: 'Joint statement',
  text: 'We call on all States.',
};

describe('the digest of a revision', () => {
  test('is that of its published fields and a type', () => {
    expect(revisionDigest(revision)).toBe(digestOf({ type: 'coalition-hub/revision/1', ...revision }));
  });

  test('changes with each field', () => {
    const text = fc.string({ unit: 'grapheme' });
    const other = fc.record({
      statement: text,
      number: fc.integer({ min: 1 }),
      language: text,
      title: text,
      text,
    });
    seeded(
      fc.property(other, fc.constantFrom(...fieldsOf(revision)), (changed, field) => {
        fc.pre(changed[field] !== revision[field]);
        expect(revisionDigest({ ...revision, [field]: changed[field] })).not.toBe(revisionDigest(revision));
      }),
    );
  });

  test('does not mix neighbouring fields', () => {
    const one = revisionDigest({ ...revision, title: 'ab', text: 'c' });
    expect(revisionDigest({ ...revision, title: 'a', text: 'bc' })).not.toBe(one);
  });

  test('ignores what else a row carries', () => {
    const row = { ...revision, publishedAt: '2022-09-12T10:00:00.000Z' };
    expect(revisionDigest(row)).toBe(revisionDigest(revision));
  });

  test.each([0, -1, 1.5, Number.NaN, 2 ** 53])('refuses the number %s', (number) => {
    expect(() => revisionDigest({ ...revision, number })).toThrow(/whole number from 1/);
  });

  test('refuses a lone surrogate in the text', () => {
    expect(() => revisionDigest({ ...revision, text: 'a\ud800' })).toThrow('/text contains a lone surrogate');
  });
});

function fieldsOf(value: RevisionText): (keyof RevisionText)[] {
  return Object.keys(value) as (keyof RevisionText)[];
}
