import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CoalitionBench, dayOf, type LifeAnswer } from './coalition-bench.js';
import { idOf, Workbench } from './workbench.js';

let bench: Workbench;
let life: CoalitionBench;

beforeAll(async () => {
  bench = await Workbench.start();
});

beforeEach(async () => {
  life = await CoalitionBench.start(bench);
});

afterEach(() => setHubTime(bench.test.database.adminUrl, null));

afterAll(() => bench.stop());

interface Term {
  readonly role: string;
  readonly since: string;
  readonly until: string | null;
  readonly organisation: { readonly id: string };
}

async function termsOn(asOf?: string): Promise<Term[]> {
  const source = `query ($slug: String!, $asOf: Date) {
    coalition(slug: $slug) { roleTerms(asOf: $asOf) { role since until organisation { id } } }
  }`;
  const asking = { variables: { slug: life.slug, asOf } };
  return (await bench.test.data<{ coalition: { roleTerms: Term[] } }>(source, asking)).coalition.roleTerms;
}

const holders = async (asOf: string) => (await termsOn(asOf)).map(({ organisation }) => organisation.id);

async function appointed(input: object): Promise<string> {
  return idOf((await life.appoint(input)).roleTerm);
}

async function expectRefusal(work: () => Promise<LifeAnswer>, refusal: object): Promise<void> {
  const before = await bench.stored();
  expect(await work()).toMatchObject(refusal);
  expect(await bench.stored()).toEqual(before);
}

const seed = Date.now() % 1_000_000;

describe('a term in a role', () => {
  it('is shown on its days, first and last included, and on no other', async () => {
    const organisationId = await life.member();
    await appointed({ organisationId, role: 'CHAIR', since: '2013-01-01', until: '2013-12-31' });
    expect(await holders('2012-12-31')).toEqual([]);
    expect(await holders('2013-01-01')).toEqual([organisationId]);
    expect(await holders('2013-12-31')).toEqual([organisationId]);
    expect(await holders('2014-01-01')).toEqual([]);
  });

  it('begins today in UTC by the database’s clock unless told otherwise, and the list is as of today', async () => {
    const organisationId = await life.member();
    await setHubTime(bench.test.database.adminUrl, '2026-03-31T23:59:59.999Z');
    expect((await life.appoint({ organisationId, role: 'SECRETARIAT' })).roleTerm).toMatchObject({
      since: '2026-03-31',
      until: null,
    });
    expect(await termsOn()).toHaveLength(1);
    await setHubTime(bench.test.database.adminUrl, '2026-03-30T23:59:59.999Z');
    expect(await termsOn()).toEqual([]);
  });

  it('is for members of the coalition only, on all of its days', async () => {
    const outsider = await bench.organisation();
    const member = await life.member({ joinedOn: '2010-01-01', endedOn: '2012-12-31' });
    const role = 'CO_CHAIR';
    const refused = [
      { organisationId: outsider, role },
      { organisationId: member, role, since: '2009-12-31', until: '2010-06-01' },
      { organisationId: member, role, since: '2012-01-01', until: '2013-01-01' },
      { organisationId: member, role, since: '2012-01-01' },
    ];
    for (const input of refused) {
      await expectRefusal(() => life.appoint(input), { __typename: 'NotMember', code: 'NOT_MEMBER' });
    }
    await appointed({ organisationId: member, role, since: '2010-01-01', until: '2012-12-31' });
  });

  it('may run through two stays that follow on each other, not through a gap', async () => {
    const organisationId = await life.member({ joinedOn: '2010-01-01', endedOn: '2010-12-31' });
    await life.admit(organisationId, { joinedOn: '2011-01-01', endedOn: '2011-06-30' });
    await life.admit(organisationId, { joinedOn: '2011-07-02' });
    const term = { organisationId, role: 'SECRETARIAT' };
    await expectRefusal(() => life.appoint({ ...term, since: '2010-06-01' }), { code: 'NOT_MEMBER' });
    await appointed({ ...term, since: '2010-06-01', until: '2011-06-30' });
  });

  it('cannot end before it begins', async () => {
    const organisationId = await life.member();
    const backwards = { organisationId, role: 'CHAIR', since: '2020-01-02', until: '2020-01-01' };
    await expectRefusal(() => life.appoint(backwards), { __typename: 'InvalidInput', field: 'until' });
    const roleTermId = await appointed({ organisationId, role: 'CHAIR', since: '2020-01-02' });
    await expectRefusal(() => life.answer('endRoleTerm', { roleTermId, until: '2020-01-01' }), {
      __typename: 'InvalidInput',
      field: 'until',
    });
  });

  it('is ended once; a limited one can be cut short and not prolonged', async () => {
    const organisationId = await life.member();
    const roleTermId = await appointed({
      organisationId,
      role: 'CHAIR',
      since: '2020-01-02',
      until: '2090-01-01',
    });
    const end = (until: string | null) => life.answer('endRoleTerm', { roleTermId, until });
    await expectRefusal(() => end('2090-01-02'), { code: 'ALREADY_ENDED' });
    expect((await end('2021-01-01')).roleTerm?.until).toBe('2021-01-01');
    for (const until of ['2020-06-01', '2022-01-01', null]) {
      await expectRefusal(() => end(until), { code: 'ALREADY_ENDED' });
    }
    expect((await bench.told(roleTermId)).map(({ type, data }) => [type, (data as Term).until])).toEqual([
      ['ROLE_TERM_STARTED', '2090-01-01'],
      ['ROLE_TERM_ENDED', '2021-01-01'],
    ]);
  });

  it('ends with the membership, and one that had not begun is called off', async () => {
    const organisationId = await bench.organisation();
    const membershipId = await life.admit(organisationId);
    const held = await appointed({ organisationId, role: 'SECRETARIAT', since: '2020-01-01' });
    const ahead = await appointed({ organisationId, role: 'CHAIR', since: '2090-01-01' });
    await bench.answer('endMembership', { membershipId, endedOn: '2026-01-31' }, life.coordinator);
    expect(await termsOn('2026-01-31')).toEqual([
      { role: 'SECRETARIAT', since: '2020-01-01', until: '2026-01-31', organisation: { id: organisationId } },
    ]);
    expect(await holders('2090-06-01')).toEqual([]);
    expect((await bench.told(held)).at(-1)).toMatchObject({
      type: 'ROLE_TERM_ENDED',
      data: { until: '2026-01-31' },
    });
    expect((await bench.told(ahead)).at(-1)).toMatchObject({
      type: 'ROLE_TERM_ENDED',
      data: { until: null },
    });
    const next = await life.member();
    await appointed({ organisationId: next, role: 'CHAIR', since: '2026-02-01' });
  });

  it('stays where another stay of the organisation covers it', async () => {
    const organisationId = await bench.organisation();
    await life.admit(organisationId, { endedOn: '2010-12-31' });
    const later = await life.admit(organisationId, { joinedOn: '2012-01-01' });
    await appointed({ organisationId, role: 'CHAIR', since: '2005-01-01', until: '2006-12-31' });
    await bench.answer('endMembership', { membershipId: later, endedOn: '2013-01-01' }, life.coordinator);
    expect(await termsOn('2006-01-01')).toMatchObject([{ until: '2006-12-31' }]);
  });

  it('has a history, oldest first, in pages', async () => {
    const [one, two] = [await life.member(), await life.member()];
    for (let year = 2010; year < 2016; year += 1) {
      const organisationId = year % 2 === 0 ? one : two;
      await appointed({ organisationId, role: 'CHAIR', since: `${year}-01-01`, until: `${year}-12-31` });
    }
    const source = `query ($slug: String!, $after: String) { coalition(slug: $slug) {
      roleHistory(first: 4, after: $after) {
        totalCount pageInfo { hasNextPage endCursor } edges { node { since organisation { id } } }
      } } }`;
    const ask = (after?: string) =>
      bench.test.data<{ coalition: { roleHistory: History } }>(source, {
        variables: { slug: life.slug, after },
      });
    const first = (await ask()).coalition.roleHistory;
    const second = (await ask(first.pageInfo.endCursor)).coalition.roleHistory;
    const years = [...first.edges, ...second.edges].map(({ node }) => node.since.slice(0, 4));
    expect(years).toEqual(['2010', '2011', '2012', '2013', '2014', '2015']);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([
      6,
      true,
      false,
    ]);
  });
});

interface History {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly edges: readonly { readonly node: Term }[];
}

describe('chairs', () => {
  it('are one at a time, co-chairs several, and never both on a day', async () => {
    const [one, two, three] = [await life.member(), await life.member(), await life.member()];
    await appointed({ organisationId: one, role: 'CHAIR', since: '2010-01-01', until: '2010-12-31' });
    const onLastDay = { since: '2010-12-31', until: '2011-06-30' };
    for (const role of ['CHAIR', 'CO_CHAIR']) {
      await expectRefusal(() => life.appoint({ organisationId: two, role, ...onLastDay }), {
        __typename: 'RoleTermOverlaps',
        code: 'ROLE_TERM_OVERLAPS',
      });
    }
    const after = { role: 'CO_CHAIR', since: '2011-01-01' };
    await appointed({ organisationId: two, ...after });
    await appointed({ organisationId: three, ...after });
    await expectRefusal(() => life.appoint({ organisationId: two, ...after }), {
      code: 'ROLE_TERM_OVERLAPS',
    });
    await expectRefusal(() => life.appoint({ organisationId: one, role: 'CHAIR', since: '2012-01-01' }), {
      code: 'ROLE_TERM_OVERLAPS',
    });
    await appointed({ organisationId: two, role: 'SECRETARIAT', since: '2011-01-01' });
    expect((await termsOn('2012-01-01')).map(({ role }) => role)).toEqual([
      'CO_CHAIR',
      'CO_CHAIR',
      'SECRETARIAT',
    ]);
  });

  it('of one coalition do not hinder those of another', async () => {
    const other = await CoalitionBench.start(bench);
    const organisationId = await life.member();
    await other.admit(organisationId);
    await appointed({ organisationId, role: 'CHAIR', since: '2010-01-01' });
    expect(
      (await other.appoint({ organisationId, role: 'CHAIR', since: '2010-01-01' })).roleTerm,
    ).toBeDefined();
  });

  it('are appointed once by several who appoint at once', async () => {
    const members = await Promise.all(Array.from({ length: 6 }, () => life.member()));
    const answers = await Promise.all(
      members.map((organisationId) => life.appoint({ organisationId, role: 'CHAIR', since: '2020-01-01' })),
    );
    const names = answers.map(({ __typename }) => __typename).toSorted();
    expect(names).toEqual(['AppointToRoleSuccess', ...Array(5).fill('RoleTermOverlaps')]);
  });

  it('never outlast a membership that is ended while they are appointed', async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      const organisationId = await bench.organisation();
      const membershipId = await life.admit(organisationId);
      const term = { organisationId, role: 'SECRETARIAT', since: '2020-01-01' };
      const ended = { membershipId, endedOn: '2024-12-31' };
      await Promise.all([life.appoint(term), bench.answer('endMembership', ended, life.coordinator)]);
      expect(await holders('2025-01-01')).toEqual([]);
    }
  });

  const turn = fc.record({
    holder: fc.nat(3),
    role: fc.constantFrom('CHAIR', 'CO_CHAIR'),
    from: fc.nat(40),
    days: fc.option(fc.nat(12), { nil: null, freq: 10 }),
  });
  type Turn = typeof turn extends fc.Arbitrary<infer T> ? T : never;
  const lastOf = ({ from, days }: Turn) => from + (days ?? Infinity);
  const meet = (one: Turn, other: Turn) => lastOf(one) >= other.from && lastOf(other) >= one.from;
  const clash = (one: Turn, other: Turn) =>
    meet(one, other) && (one.role === 'CHAIR' || other.role === 'CHAIR' || one.holder === other.holder);

  it(`rotate just as the calendar allows (seed ${seed})`, async () => {
    const property = fc.asyncProperty(fc.array(turn, { minLength: 2, maxLength: 12 }), async (turns) => {
      const here = await CoalitionBench.start(bench);
      const members = await Promise.all(Array.from({ length: 4 }, () => here.member()));
      const kept: Turn[] = [];
      for (const next of turns) {
        const fits = !kept.some((other) => clash(next, other));
        const until = next.days === null ? null : dayOf(next.from + next.days);
        const organisationId = members[next.holder];
        const answer = await here.appoint({
          organisationId,
          role: next.role,
          since: dayOf(next.from),
          until,
        });
        expect(answer.__typename).toBe(fits ? 'AppointToRoleSuccess' : 'RoleTermOverlaps');
        if (fits) kept.push(next);
      }
      life = here;
      for (const day of [0, 10, 20, 30, 40, 60]) {
        const expected = kept.filter((term) => term.from <= day && lastOf(term) >= day);
        const shown = (await termsOn(dayOf(day))).map(
          ({ role, organisation }) => `${role} ${organisation.id}`,
        );
        expect(new Set(shown)).toEqual(
          new Set(expected.map(({ role, holder }) => `${role} ${members[holder]}`)),
        );
      }
    });
    await fc.assert(property, { seed, numRuns: 12 });
  }, 60_000);
});
