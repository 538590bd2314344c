import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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

afterAll(() => bench.stop());

interface Group {
  readonly name: string;
  readonly chairs: readonly { readonly organisation: { readonly id: string } }[];
  readonly members: {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly node: { readonly role: string; readonly organisation: { readonly id: string } };
    }[];
  };
}

async function groupsOn(asOf: string): Promise<readonly Group[]> {
  const source = `query ($slug: String!, $asOf: Date) { coalition(slug: $slug) { workingGroups(asOf: $asOf) {
    name
    chairs(asOf: $asOf) { organisation { id } }
    members(asOf: $asOf, first: 50) { totalCount edges { node { role organisation { id } } } }
  } } }`;
  const asking = { variables: { slug: life.slug, asOf } };
  return (await bench.test.data<{ coalition: { workingGroups: Group[] } }>(source, asking)).coalition
    .workingGroups;
}

const chairsOn = async (asOf: string) =>
  (await groupsOn(asOf)).flatMap(({ chairs }) => chairs.map(({ organisation }) => organisation.id));

async function joined(input: object): Promise<string> {
  return idOf((await life.join(input)).workingGroupMembership);
}

async function expectRefusal(work: () => Promise<LifeAnswer>, refusal: object): Promise<void> {
  const before = await bench.stored();
  expect(await work()).toMatchObject(refusal);
  expect(await bench.stored()).toEqual(before);
}

describe('a working group', () => {
  it('is shown on its days, by name', async () => {
    await life.group({ name: 'Zebra', since: '2013-01-01', until: '2013-12-31' });
    await life.group({ name: 'éclair', since: '2013-06-01' });
    const names = async (day: string) => (await groupsOn(day)).map(({ name }) => name);
    expect(await names('2012-12-31')).toEqual([]);
    expect(await names('2013-12-31')).toEqual(['éclair', 'Zebra']);
    expect(await names('2014-01-01')).toEqual(['éclair']);
  });

  it('may be chaired by one organisation for its first eighteen months, and by another afterwards', async () => {
    const [first, second] = [await life.member(), await life.member()];
    const workingGroupId = await life.group({ since: '2012-01-01' });
    const chair = { workingGroupId, role: 'CHAIR' };
    await joined({ ...chair, organisationId: first, since: '2012-01-01', until: '2013-06-30' });
    await joined({ workingGroupId, organisationId: first, since: '2013-07-01' });
    await joined({ ...chair, organisationId: second, since: '2013-07-01' });
    expect(await chairsOn('2013-06-30')).toEqual([first]);
    expect(await chairsOn('2013-07-01')).toEqual([second]);
    const [group] = await groupsOn('2013-07-01');
    expect(group?.members.totalCount).toBe(2);
    expect(group?.members.edges.map(({ node }) => [node.role, node.organisation.id])).toEqual([
      ['MEMBER', first],
      ['CHAIR', second],
    ]);
  });

  it('shares its name with no other on a day, whatever the case, and gives it up when it is over', async () => {
    const { coalitionId } = life;
    await life.group({ name: 'Borders', since: '2010-01-01', until: '2010-12-31' });
    const again = { coalitionId, name: 'BORDERS', since: '2010-12-31' };
    await expectRefusal(() => life.answer('createWorkingGroup', again), {
      __typename: 'InvalidInput',
      field: 'name',
    });
    await life.group({ name: 'BORDERS', since: '2011-01-01' });
    await (await CoalitionBench.start(bench)).group({ name: 'Borders', since: '2010-01-01' });
  });

  it('is for members of the coalition, on days of the group', async () => {
    const [outsider, member] = [await bench.organisation(), await life.member({ joinedOn: '2010-01-01' })];
    const workingGroupId = await life.group({ since: '2009-01-01', until: '2020-12-31' });
    const refused = [
      [{ organisationId: outsider, since: '2012-01-01' }, { code: 'NOT_MEMBER' }],
      [{ organisationId: member, since: '2009-06-01' }, { code: 'NOT_MEMBER' }],
      [{ organisationId: member, since: '2008-12-31' }, { field: 'since' }],
      [{ organisationId: member, since: '2021-01-01' }, { field: 'since' }],
      [{ organisationId: member, since: '2012-01-01', until: '2011-01-01' }, { field: 'until' }],
      [{ organisationId: member, since: '2012-01-01', until: '2021-01-01' }, { field: 'until' }],
      [{ organisationId: member }, { field: 'since' }],
    ] as const;
    for (const [input, refusal] of refused)
      await expectRefusal(() => life.join({ workingGroupId, ...input }), refusal);
    const answer = await life.join({ workingGroupId, organisationId: member, since: '2010-01-01' });
    expect(answer.workingGroupMembership).toMatchObject({ role: 'MEMBER', until: '2020-12-31' });
  });

  it('ends for all who are in it', async () => {
    const [now, ahead] = [await life.member(), await life.member()];
    const workingGroupId = await life.group();
    const stays = await joined({ workingGroupId, organisationId: now, since: '2010-01-01' });
    await joined({ workingGroupId, organisationId: ahead, since: '2090-01-01' });
    const end = (until: string | null) => life.answer('endWorkingGroup', { workingGroupId, until });
    await expectRefusal(() => end('1999-12-31'), { __typename: 'InvalidInput', field: 'until' });
    expect((await end('2024-12-31')).workingGroup?.until).toBe('2024-12-31');
    await expectRefusal(() => end('2024-01-01'), { code: 'ALREADY_ENDED' });
    expect((await groupsOn('2024-12-31'))[0]?.members.totalCount).toBe(1);
    expect(await groupsOn('2025-01-01')).toEqual([]);
    await expectRefusal(() => life.answer('leaveWorkingGroup', { workingGroupMembershipId: stays }), {
      code: 'ALREADY_ENDED',
    });
    expect((await bench.told(workingGroupId)).map(({ type }) => type)).toEqual([
      'WORKING_GROUP_CREATED',
      'WORKING_GROUP_JOINED',
      'WORKING_GROUP_JOINED',
      'WORKING_GROUP_ENDED',
    ]);
  });

  it('is left by whoever leaves the coalition', async () => {
    const organisationId = await bench.organisation();
    const membershipId = await life.admit(organisationId);
    const workingGroupId = await life.group();
    await joined({ workingGroupId, organisationId, role: 'CHAIR', since: '2010-01-01', until: '2011-01-01' });
    await joined({ workingGroupId, organisationId, role: 'CHAIR', since: '2020-01-01' });
    await bench.answer('endMembership', { membershipId, endedOn: '2024-12-31' }, life.coordinator);
    expect(await chairsOn('2010-06-01')).toEqual([organisationId]);
    expect(await chairsOn('2024-12-31')).toEqual([organisationId]);
    expect(await chairsOn('2025-01-01')).toEqual([]);
    expect((await bench.told(workingGroupId)).at(-1)).toMatchObject({
      type: 'WORKING_GROUP_LEFT',
      data: { organisationId, until: '2024-12-31' },
    });
  });

  it('has no member after its end, also when one joins while it is ended', async () => {
    for (let turn = 0; turn < 8; turn += 1) {
      const organisationId = await life.member();
      const workingGroupId = await life.group();
      await Promise.all([
        life.join({ workingGroupId, organisationId, since: '2020-01-01' }),
        life.answer('endWorkingGroup', { workingGroupId, until: '2024-12-31' }),
      ]);
      const open = await bench.reads
        .selectFrom('working_group_membership')
        .select('id')
        .where('working_group_id', '=', workingGroupId)
        .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', '2024-12-31')]))
        .execute();
      expect(open).toEqual([]);
    }
  });

  it('is joined once by several who join at once', async () => {
    const organisationId = await life.member();
    const workingGroupId = await life.group();
    const input = { workingGroupId, organisationId, since: '2020-01-01' };
    const answers = await Promise.all(Array.from({ length: 6 }, () => life.join(input)));
    const names = answers.map(({ __typename }) => __typename).toSorted();
    expect(names).toEqual(['JoinWorkingGroupSuccess', ...Array(5).fill('WorkingGroupMembershipOverlaps')]);
  });

  const seed = Date.now() % 1_000_000;
  const time = fc.record({ from: fc.nat(40), days: fc.option(fc.nat(10), { nil: null, freq: 8 }) });
  type Time = typeof time extends fc.Arbitrary<infer T> ? T : never;
  const lastOf = ({ from, days }: Time) => from + (days ?? Infinity);

  it(`has an organisation once on a day (seed ${seed})`, async () => {
    const organisationId = await life.member();
    const property = fc.asyncProperty(fc.array(time, { minLength: 2, maxLength: 10 }), async (times) => {
      const workingGroupId = await life.group();
      const kept: Time[] = [];
      for (const next of times) {
        const fits = kept.every((other) => lastOf(other) < next.from || lastOf(next) < other.from);
        const until = next.days === null ? null : dayOf(next.from + next.days);
        const answer = await life.join({ workingGroupId, organisationId, since: dayOf(next.from), until });
        expect(answer.__typename).toBe(fits ? 'JoinWorkingGroupSuccess' : 'WorkingGroupMembershipOverlaps');
        if (fits) kept.push(next);
      }
    });
    await fc.assert(property, { seed, numRuns: 12 });
  }, 60_000);
});
