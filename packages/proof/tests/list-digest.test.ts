import { digestOf, type ListEntry, listDigest, type SignatoryList } from '@coalition-hub/proof';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { seeded } from './seeded.js';

const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const name = fc.string({ unit: 'grapheme' });
const entry: fc.Arbitrary<ListEntry> = fc.record({
  id: fc.uuid(),
  nameAsSigned: name,
  countryAsSigned: fc.option(fc.stringMatching(/^[A-Z]{2}$/)),
  revision: digest,
  signedOn: time.map((date) => date.toISOString().slice(0, 10)),
});
const list: fc.Arbitrary<SignatoryList> = fc.record({
  statement: fc.uuid(),
  revision: digest,
  frozenAt: time.map((date) => date.toISOString()),
  entries: fc.uniqueArray(entry, { selector: ({ id }) => id, minLength: 1, maxLength: 20 }),
});

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const first: ListEntry = {
  id: 'one',
  nameAsSigned: 'Sample organisation 001',
  countryAsSigned: 'ES',
  revision: A,
  signedOn: '2022-09-10',
};
const second: ListEntry = { ...first, id: 'two', countryAsSigned: null, revision: B };
const frozen: SignatoryList = {
  statement: 'e3b0',
  revision: B,
  frozenAt: '2022-09-12T10:00:00.000Z',
  entries: [second, first],
};

describe('the digest of a frozen list', () => {
  test('is that of its published fields and a type, entries sorted by id', () => {
    const published = { ...frozen, type: 'coalition-hub/list/1', entries: [first, second] };
    expect(listDigest(frozen)).toBe(digestOf(published));
  });

  test('does not depend on the order of entries, and leaves them as they were', () => {
    const shuffled = list.chain((original) =>
      fc.tuple(
        fc.constant(original),
        fc.shuffledSubarray([...original.entries], { minLength: original.entries.length }),
      ),
    );
    seeded(
      fc.property(shuffled, ([original, entries]) => {
        const given = [...entries];
        expect(listDigest({ ...original, entries })).toBe(listDigest(original));
        expect(entries).toEqual(given);
      }),
    );
  });

  test('changes with each field of the list', () => {
    seeded(
      fc.property(list, list, fc.constantFrom('statement', 'revision', 'frozenAt'), (one, other, field) => {
        fc.pre(one[field] !== other[field]);
        expect(listDigest({ ...one, [field]: other[field] })).not.toBe(listDigest(one));
      }),
    );
  });

  test('changes with each field of an entry', () => {
    const fields = Object.keys(first) as (keyof ListEntry)[];
    seeded(
      fc.property(list, entry, fc.constantFrom(...fields), fc.nat(), (original, other, field, at) => {
        const index = at % original.entries.length;
        const entries = original.entries.map((kept, i) =>
          i === index ? { ...kept, [field]: other[field] } : kept,
        );
        fc.pre(original.entries[index]?.[field] !== other[field]);
        expect(listDigest({ ...original, entries })).not.toBe(listDigest(original));
      }),
    );
  });

  test('changes when an entry is left out', () => {
    seeded(
      fc.property(list, (original) => {
        expect(listDigest({ ...original, entries: original.entries.slice(1) })).not.toBe(
          listDigest(original),
        );
      }),
    );
  });

  test('an empty list has one too', () => {
    expect(listDigest({ ...frozen, entries: [] })).toMatch(/^[0-9a-f]{64}$/);
  });

  test('of organisations that signed themselves is the same, said or not', () => {
    const said = frozen.entries.map((kept) => ({ ...kept, capacity: null, provenance: 'SIGNED_BY_MANDATE' }));
    expect(listDigest({ ...frozen, entries: said })).toBe(listDigest(frozen));
  });

  test.each([
    ['a person', { capacity: 'Special Rapporteur' }],
    ['a name that was only reported', { provenance: 'REPORTED_BY_COORDINATOR' }],
  ])('with %s is of another type, in which every entry says who signed and how', (_what, special) => {
    const plain = { capacity: null, provenance: 'SIGNED_BY_MANDATE' };
    const published = {
      ...{ ...frozen, type: 'coalition-hub/list/2' },
      entries: [
        { ...plain, ...first },
        { ...plain, ...second, ...special },
      ],
    };
    expect(listDigest({ ...frozen, entries: [{ ...second, ...special }, first] })).toBe(digestOf(published));
  });

  test('ignores what else a row carries', () => {
    const row = { ...first, status: 'WITHDRAWN', organisationId: '17' };
    expect(listDigest({ ...frozen, entries: [second, row] })).toBe(listDigest(frozen));
  });

  test.each([
    ['an id twice', { ...frozen, entries: [first, second, first] }, /names the signature one twice/],
    ['a revision by number', { ...frozen, revision: '2' }, /64 lower-case hex digits/],
    ['capitals in a digest', { ...frozen, entries: [{ ...first, revision: 'A'.repeat(64) }] }, /hex digits/],
    [
      'a time without milliseconds',
      { ...frozen, frozenAt: '2022-09-12T10:00:00Z' },
      /A time is written like/,
    ],
    [
      'a time with an offset',
      { ...frozen, frozenAt: '2022-09-12T12:00:00.000+02:00' },
      /A time is written like/,
    ],
    [
      'a day that does not exist',
      { ...frozen, entries: [{ ...first, signedOn: '2022-02-30' }] },
      /A date is/,
    ],
    ['a time for a day', { ...frozen, entries: [{ ...first, signedOn: frozen.frozenAt }] }, /A date is/],
    ['a lone surrogate', { ...frozen, entries: [{ ...first, nameAsSigned: '\udfff' }] }, /lone surrogate/],
  ])('refuses %s', (_name, faulty, message) => {
    expect(() => listDigest(faulty)).toThrow(message);
  });
});
