import { type Match, SimilarityReason } from '@coalition-hub/organisations';
import { describe, expect, test } from '@jest/globals';
import { type Planning, planRows } from '../../src/imports/planning/plan-rows.js';
import { printedRow } from '../../src/imports/planning/printed-row.js';
import type { ListRow } from '../../src/imports/reading/read-list.js';

type Cells = ListRow['cells'];

const nothing: Planning = {
  matches: new Map(),
  decided: new Map(),
  bodies: new Map(),
  acceptDoubtful: false,
};

/** Lines are counted from 1; the names stand on them as given. */
function plan(rows: readonly Cells[], changes: Partial<Planning> = {}) {
  const printed = rows.map((cells, index) => printedRow({ line: index + 1, cells }));
  return planRows(printed, { ...nothing, ...changes }).map(({ outcome }) => outcome);
}

const kinds = (rows: readonly Cells[], changes: Partial<Planning> = {}) =>
  plan(rows, changes).map(({ kind }) => kind);

const named = (name: string, country = 'KE', rest: Cells = {}): Cells => ({ name, country, ...rest });

describe('rows of one list that name one body', () => {
  test('are one for certain but for capitals, accents, "&" and an acronym', () => {
    const rows = [
      named('Lakes and Rivers Network (LARN)'),
      named('LAKES & RIVERS NETWORK'),
      named('Lakes and Rivers Network'),
    ];
    expect(plan(rows)).toEqual([{ kind: 'NEW' }, { kind: 'REPEATED', of: 1 }, { kind: 'REPEATED', of: 1 }]);
  });

  test.each([
    ['a typing error', 'Lakes and Rivres Network', 'KE'],
    ['an acronym alone', 'LARN', 'KE'],
    ['no country', 'Lakes and Rivers Network', ''],
    ['a part of the name', 'Lakes and Rivers Network Secretariat', 'KE'],
  ])('are doubtful with %s', (_, name, country) => {
    const [first, second] = plan([named('Lakes and Rivers Network (LARN)'), named(name, country)]);
    expect(first).toEqual({ kind: 'NEW' });
    expect(second).toMatchObject({ kind: 'DOUBTFUL', candidates: [{ line: 1 }] });
  });

  test('chapters in different countries are kept apart, with the country in the name or beside it', () => {
    const rows = [
      named('Rivers Alive', ''),
      named('Rivers Alive Kenya'),
      named('Rivers Alive', 'UG'),
      named('Rivers Alive', 'TZ'),
      named('Rivers Alive International', 'CH'),
      named('Rivers Alive International', 'ZA'),
    ];
    expect(kinds(rows).filter((kind) => kind === 'REPEATED')).toEqual([]);
    expect(kinds(rows.slice(1))).toEqual(['NEW', 'NEW', 'NEW', 'NEW', 'NEW']);
  });

  test('different bodies with words in common are not even doubtful', () => {
    const rows = [
      'Women’s Rights Centre',
      'Human Rights Centre',
      'Centre for Human Dignity',
      'Forum of 77',
      'Forum of 78',
    ];
    expect(kinds(rows.map((name) => named(name)))).toEqual(['NEW', 'NEW', 'NEW', 'NEW', 'NEW']);
  });
});

describe('rows that the registry knows', () => {
  const matches = (entries: Record<number, Match>) =>
    new Map(Object.entries(entries).map(([line, name]) => [Number(line), { name, others: [] }]));

  test('are matched where it is certain, the second time as a repeat', () => {
    const outcomes = plan([named('A Body'), named('Body A')], {
      matches: matches({ 1: { certain: 'id' }, 2: { certain: 'id' } }),
    });
    expect(outcomes).toEqual([
      { kind: 'MATCHED', organisationId: 'id' },
      { kind: 'REPEATED', of: 1 },
    ]);
  });

  const similar = (similarity: number, reason: SimilarityReason): Match => ({
    doubtful: [{ organisationId: 'id', similarity, reason }],
  });

  test.each([
    ['a name nearly the same', similar(0.95, SimilarityReason.SPELLING), 'KE', 'DOUBTFUL'],
    ['a chapter', similar(0.8, SimilarityReason.CHAPTER), 'KE', 'NEW'],
    ['the same name in another country', similar(1, SimilarityReason.SAME_NAME), 'UG', 'NEW'],
    ['the same name without a country', similar(0.98, SimilarityReason.SAME_NAME), null, 'DOUBTFUL'],
    ['a name not very similar', similar(0.6, SimilarityReason.SIMILAR_NAME), 'KE', 'NEW'],
  ])('%s', (_, match, country, kind) => {
    const bodies = new Map([['id', { country, name: 'Body', otherNames: [] }]]);
    expect(kinds([named('A Body')], { matches: matches({ 1: match }), bodies })).toEqual([kind]);
  });

  test('decisions of a person come before what is found', () => {
    const doubt = similar(0.95, SimilarityReason.SPELLING);
    const rows = [
      named('One', 'KE', { decision: 'new' }),
      named('Two', 'KE', { decision: 'SKIP' }),
      named('Three', 'KE', { decision: 'the-slug: The Name (KE)' }),
      named('Four', 'KE', { decision: 'gone' }),
    ];
    const outcomes = plan(rows, {
      matches: matches({ 1: doubt, 2: doubt, 3: doubt, 4: doubt }),
      decided: new Map([['the-slug', 'decided']]),
    });
    expect(outcomes.map(({ kind }) => kind)).toEqual(['NEW', 'SKIPPED', 'MATCHED', 'REJECTED']);
    expect(outcomes[2]).toEqual({ kind: 'MATCHED', organisationId: 'decided' });
  });
});

describe('rows that a person must look at', () => {
  test('an unknown country is doubtful, and entered where doubtful rows are accepted', () => {
    expect(plan([named('A Body', 'Narnia')])).toEqual([
      { kind: 'DOUBTFUL', reason: '"Narnia" is no country that is known.', candidates: [] },
    ]);
    expect(plan([named('A Body', 'Narnia')], { acceptDoubtful: true })).toEqual([
      { kind: 'NEW', accepted: true },
    ]);
  });

  test.each([
    ['no name', {}, 'The row has no name.'],
    ['a name that cannot be seen', named('A\u202eBody'), 'cannot be seen'],
    ['a name of a megabyte', named('x'.repeat(1_000_000)), 'longer than 300 characters'],
    [
      'a date with two readings',
      named('A Body', 'KE', { joined: '04/05/2021' }),
      'The date "04/05/2021" is not clear',
    ],
  ])('%s is rejected', (_, cells, reason) => {
    expect(plan([cells])).toEqual([{ kind: 'REJECTED', reason: expect.stringContaining(reason) }]);
  });

  test('a name that a spreadsheet has wrapped is one line', () => {
    expect(printedRow({ line: 1, cells: { name: 'Lake\r\nWatch', country: '' } })).toMatchObject({
      name: 'Lake Watch',
      country: null,
    });
  });

  test('people who sign in a capacity are not compared with organisations', () => {
    expect(kinds([named('Lake Watch'), named('Lake Watch', '', { capacity: 'Special Rapporteur' })])).toEqual(
      ['NEW', 'PERSON'],
    );
  });
});
