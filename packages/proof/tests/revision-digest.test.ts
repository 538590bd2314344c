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
    const numbered = <Entry extends object>(entries: Entry[]) =>
      entries.map((entry, index) => ({ ...entry, number: index + 1 }));
    const demands = fc.array(fc.record({ text }), { maxLength: 3 }).map(numbered);
    const other = fc.record({
      statement: text,
      number: fc.integer({ min: 1 }),
      language: text,
      title: text,
      text,
      addressees: fc.array(fc.record({ name: text, kind: text, demands }), { minLength: 1, maxLength: 3 }),
      footnotes: fc.array(fc.record({ term: text, text }), { minLength: 1, maxLength: 3 }).map(numbered),
    });
    seeded(
      fc.property(
        other,
        fc.constantFrom(...fieldsOf(revision), 'addressees', 'footnotes'),
        (changed, field: keyof RevisionText) => {
          fc.pre(changed[field] !== revision[field]);
          expect(revisionDigest({ ...revision, [field]: changed[field] })).not.toBe(revisionDigest(revision));
        },
      ),
    );
  });

  test('of a revision without structure is what it always was, whether that is said or not', () => {
    const digest = 'caf669146927706497f19eca39801ad6a5ec261b9487ced0d3b20b2dd27c7eca';
    expect(revisionDigest(revision)).toBe(digest);
    expect(revisionDigest({ ...revision, addressees: [], footnotes: [] })).toBe(revisionDigest(revision));
  });

  const structured: RevisionText = {
    ...revision,
    addressees: [{ name: 'All States', kind: 'STATES', demands: [{ number: 1, text: 'Ratify.' }] }],
    footnotes: [{ number: 1, term: 'child', text: 'Whoever is below 18.' }],
  };

  test('of a revision with structure is that of all its fields and another type', () => {
    expect(revisionDigest(structured)).toBe(digestOf({ type: 'coalition-hub/revision/2', ...structured }));
    const { footnotes: _footnotes, ...addressed } = structured;
    expect(revisionDigest(addressed)).toBe(
      digestOf({ type: 'coalition-hub/revision/2', ...addressed, footnotes: [] }),
    );
  });

  test.each([[[2]], [[1, 3]], [[2, 1]], [[1, 1]]])('refuses demands and footnotes numbered %j', (numbers) => {
    const demands = numbers.map((number) => ({ number, text: 'Ratify.' }));
    const footnotes = numbers.map((number) => ({ number, term: 'child', text: 'Young.' }));
    const addressees = [{ name: 'All States', kind: 'STATES', demands }];
    expect(() => revisionDigest({ ...revision, addressees })).toThrow(/without gaps/);
    expect(() => revisionDigest({ ...revision, footnotes })).toThrow(/without gaps/);
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
