import type { Match } from '@coalition-hub/organisations';
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

const unknown: Match = { unknown: true };
const matched = (name: Match, ...others: Match[]) => new Map([[1, { name, others }]]);
const body = (name: string, otherNames: { name: string; kind: 'FORMER' | 'ALIAS'; until?: string }[] = []) =>
  new Map([
    ['id', { country: null, name, otherNames: otherNames.map((one) => ({ ...one, language: null })) }],
  ]);

const told = { name: 'Sound Desk (formerly Sound Desktop)' };

describe('a row that tells a former name', () => {
  test('is the organisation that the registry has under it', () => {
    const outcomes = plan([told], {
      matches: matched(unknown, { certain: 'id' }),
      bodies: body('Sound Desktop'),
    });
    expect(outcomes).toEqual([
      {
        kind: 'RENAMED',
        body: { organisationId: 'id' },
        was: null,
        reason: 'The list says that it was called "Sound Desktop".',
      },
    ]);
  });

  test.each<[string, Cells]>([
    ['in brackets', told],
    ['in a column', { name: 'Sound Desk', formerly: 'Other Name; Sound Desktop' }],
    ['the other way round', { name: 'Sound Desktop (now Sound Desk)' }],
    ['in a column the other way round', { name: 'Sound Desktop', now: 'Sound Desk' }],
  ])('is the body of an earlier line: %s', (_, cells) => {
    expect(plan([{ name: 'Sound Desktop' }, cells])).toMatchObject([
      { kind: 'NEW' },
      { kind: 'RENAMED', body: { of: 1 } },
    ]);
  });

  test('is a later line’s body too, under either name', () => {
    const outcomes = plan([told, { name: 'SOUND DESKTOP' }, { name: 'Sound Desk' }]);
    expect(outcomes).toEqual([{ kind: 'NEW' }, { kind: 'REPEATED', of: 1 }, { kind: 'REPEATED', of: 1 }]);
  });

  test('says nothing new where the registry has it so', () => {
    const certain: Match = { certain: 'id' };
    const bodies = body('Sound Desk', [{ name: 'Sound Desktop', kind: 'FORMER' }]);
    expect(plan([told], { matches: matched(certain, certain), bodies })).toEqual([
      { kind: 'MATCHED', organisationId: 'id' },
    ]);
  });

  test.each([
    ['has the later name as the former one', body('Sound Desktop', [{ name: 'Sound Desk', kind: 'FORMER' }])],
    ['knows another later name', body('Sound Board', [{ name: 'Sound Desktop', kind: 'FORMER' }])],
  ])('is for a person to decide where the registry %s', (_, bodies) => {
    expect(plan([told], { matches: matched(unknown, { certain: 'id' }), bodies })).toMatchObject([
      { kind: 'DOUBTFUL', reason: 'The registry says otherwise of these names.' },
    ]);
  });

  test('is for a person to decide where both names are known as bodies, who are never made one', () => {
    const [, , third] = plan([{ name: 'Sound Desk' }, { name: 'Sound Desktop' }, told]);
    expect(third).toMatchObject({ kind: 'DOUBTFUL', candidates: [{ line: 1 }, { line: 2 }] });
    const matches = matched({ certain: 'id' }, { certain: 'other' });
    const registered = plan([told], { matches, bodies: body('Sound Desk') });
    expect(registered).toMatchObject([
      { kind: 'DOUBTFUL', candidates: [{ organisationId: 'id' }, { organisationId: 'other' }] },
    ]);
  });

  test('is for a person to decide where the former name is only similar to a known one', () => {
    expect(plan([{ name: 'Sound Desktops' }, told])).toMatchObject([
      { kind: 'NEW' },
      { kind: 'DOUBTFUL', candidates: [{ line: 1 }] },
    ]);
  });

  test('is not told by chapters: the former name has the country that stands beside the name', () => {
    expect(
      plan([
        { name: 'Sound Desktop', country: 'KE' },
        { ...told, country: 'UG' },
      ]),
    ).toEqual([{ kind: 'NEW' }, { kind: 'NEW' }]);
  });

  const unsure = 'It speaks of another name, and it is not clear of which one.';

  test.each([
    ['Women of the Lake', 'Women of the Lake – ex-Lakeland'],
    ['Youth Forum', 'Youth (ex-Rowers) Forum'],
    ['Lake Desk', 'Lake Desk (formerly Lake Forum, now Lake Guard)'],
    ['Sound Desk, Nairobi', 'Sound Desk (formerly Sound Desktop), Nairobi'],
  ])('is for a person to decide where the words may be a name, also beside "%s": %s', (other, name) => {
    expect(plan([{ name }])).toEqual([{ kind: 'DOUBTFUL', reason: unsure, candidates: [] }]);
    expect(plan([{ name: other }, { name }])).toMatchObject([{ kind: 'NEW' }, { kind: 'DOUBTFUL' }]);
    const perhaps = { name: { certain: 'id' }, others: [unknown] };
    const matches = new Map([[1, { name: unknown, others: [], perhaps }]]);
    expect(plan([{ name }], { matches, bodies: body(other) })).toMatchObject([{ kind: 'DOUBTFUL' }]);
  });

  test('is entered as it stands where a doubtful row is to be one of its own, and is known so from then on', () => {
    const name = 'Youth (ex-Rowers) Forum';
    const row = printedRow({ line: 1, cells: { name } });
    const accepted = planRows([row], { ...nothing, acceptDoubtful: true });
    expect(accepted).toMatchObject([
      { row: { name, formerly: [] }, outcome: { kind: 'NEW', accepted: true } },
    ]);
    expect(plan([{ name, decision: 'new' }])).toEqual([{ kind: 'NEW' }]);
    const matches = matched({ certain: 'id' });
    expect(plan([{ name }], { matches, bodies: body(name) })).toEqual([
      { kind: 'MATCHED', organisationId: 'id' },
    ]);
  });

  test('in words that may be a name is believed where the list or the registry knows the other name', () => {
    const cells = { name: 'Sound Desk (ex-Sound Desktop)' };
    expect(plan([{ name: 'Sound Desktop' }, cells])).toMatchObject([
      { kind: 'NEW' },
      { kind: 'RENAMED', body: { of: 1 } },
    ]);
    const matches = new Map([
      [1, { name: unknown, others: [], perhaps: { name: unknown, others: [{ certain: 'id' }] } }],
    ]);
    const planned = planRows([printedRow({ line: 1, cells })], {
      ...nothing,
      matches,
      bodies: body('Sound Desktop'),
    });
    expect(planned).toMatchObject([
      { row: { name: 'Sound Desk', formerly: ['Sound Desktop'] }, outcome: { kind: 'RENAMED' } },
    ]);
  });

  test('in words that may be a name never makes two bodies one', () => {
    expect(
      plan([{ name: 'Youth Forum' }, { name: 'Rowers' }, { name: 'Youth (ex-Rowers) Forum' }])[2],
    ).toMatchObject({ kind: 'DOUBTFUL', candidates: [{ line: 1 }, { line: 2 }] });
  });

  test('of a body that goes by another name as well, is that body', () => {
    expect(plan([{ name: 'Sound Desk' }, { name: 'Desk of Sounds', aka: 'Sound Desk' }])).toEqual([
      { kind: 'NEW' },
      { kind: 'REPEATED', of: 1 },
    ]);
  });
});

describe('a list of changes', () => {
  const added = (name: string, joined = '2020-01-01', country = '') => ({
    name,
    joined,
    country,
    change: 'added',
  });
  const removed = (name: string, joined = '2021-01-01', country = '') => ({
    name,
    joined,
    country,
    change: 'removed',
  });

  test('tells a rename by a name in place of one nearly the same, wherever the two rows stand', () => {
    const outcomes = plan([
      added('Institute for Riverine Governance', '2021-01-01'),
      removed('Institute for Rivrine Governance'),
      added('Institute for Rivrine Governance'),
    ]);
    expect(outcomes).toEqual([
      expect.objectContaining({ kind: 'RENAMED', body: { of: 3 }, was: 'Institute for Rivrine Governance' }),
      { kind: 'LEFT', body: { of: 3 } },
      { kind: 'NEW' },
    ]);
  });

  test('remembers the shorter form of a name, and does not call it a rename', () => {
    const [, , outcome] = plan([
      added('Lake Fishers Union (LFU)', '2020-01-01', 'KE'),
      removed('Lake Fishers Union (LFU)', '2021-01-01', 'KE'),
      added('Lake Fishers Union (LFU, workers’ organisation)', '2021-01-01', 'KE'),
    ]);
    expect(outcome).toMatchObject({ kind: 'RENAMED', was: null });
  });

  test.each([
    ['names that have little in common', 'K Sound Project', 'Open Desktop'],
    ['names in two languages', 'Ayuntamiento de Villa Lago', 'City Council of Villa Lago'],
  ])('leaves to a person whether %s are a rename', (_, before, after) => {
    const outcomes = plan([added(before), removed(before), added(after, '2021-01-01')]);
    expect(outcomes[2]).toMatchObject({
      kind: 'DOUBTFUL',
      reason: `"${before}" was removed on the same day: this could be its new name.`,
      candidates: [{ line: 1 }],
    });
  });

  test('leaves to a person which of two bodies has been renamed', () => {
    const names = ['Institute for Rivrine Governance', 'Institute for Riverine Govrnance'];
    const outcomes = plan([
      ...names.map((name) => added(name)),
      ...names.map((name) => removed(name)),
      added('Institute for Riverine Governance', '2021-01-01'),
    ]);
    expect(outcomes.at(-1)).toMatchObject({ kind: 'DOUBTFUL', candidates: [{}, {}] });
  });

  test('keeps chapters apart that come and go on one day', () => {
    const outcomes = plan([
      added('Rivers Alive', '2020-01-01', 'KE'),
      removed('Rivers Alive', '2021-01-01', 'KE'),
      added('Rivers Alive', '2021-01-01', 'UG'),
    ]);
    expect(outcomes.map(({ kind }) => kind)).not.toContain('RENAMED');
  });

  test.each([
    [
      'a removal of what was never there',
      removed('Nobody Known'),
      'neither the registry nor an earlier row has it',
    ],
    [
      'an unknown word for the change',
      { ...added('A Body'), change: 'maybe' },
      'The change "maybe" is neither',
    ],
    ['a change without a day', { ...added('A Body'), joined: '' }, 'The change has no date.'],
    ['a day of a rename with two readings', { ...told, renamed: '04/05/2021' }, '"04/05/2021" is not clear'],
    ['six former names', { name: 'A Body', formerly: 'b;c;d;e;f;g' }, '5 other names at most'],
  ])('rejects %s', (_, cells, reason) => {
    expect(plan([cells])).toEqual([{ kind: 'REJECTED', reason: expect.stringContaining(reason) }]);
  });

  test('a decision tells that a name is the later one of an organisation', () => {
    const outcomes = plan([{ ...added('Open Desktop'), decision: 'renamed sound-desk: Sound Desk' }], {
      decided: new Map([['sound-desk', 'id']]),
      bodies: body('Sound Desk'),
    });
    expect(outcomes).toMatchObject([{ kind: 'RENAMED', body: { organisationId: 'id' }, was: 'Sound Desk' }]);
  });

  test('a day of thousands of changes is planned in bounded time', () => {
    const names = Array.from({ length: 4_000 }, (_, index) => `Body of Day ${index}`);
    const began = performance.now();
    const outcomes = plan([
      ...names.map((name) => added(name)),
      ...names.map((name) => removed(`${name} x`, '2020-01-01')),
    ]);
    expect(outcomes).toHaveLength(8_000);
    expect(performance.now() - began).toBeLessThan(60_000);
  });
});
