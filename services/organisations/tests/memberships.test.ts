import type { Viewer } from '@coalition-hub/subgraph';
import { setHubTime } from '@coalition-hub/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { idOf, Workbench } from './workbench.js';

let bench: Workbench;
let coalitionId: string;
let coordinator: Viewer;

beforeAll(async () => {
  bench = await Workbench.start();
});

beforeEach(async () => {
  ({ coalitionId, coordinator } = await bench.coordinated());
});

afterAll(() => bench.stop());

const admit = (input: object) => bench.answer('admitMember', { coalitionId, ...input }, coordinator);
const end = (input: object) => bench.answer('endMembership', input, coordinator);

async function admitted(input: object = {}): Promise<string> {
  return idOf((await admit({ organisationId: await bench.organisation(), ...input })).membership);
}

async function expectRefusal(work: () => Promise<object>, refusal: object): Promise<void> {
  const before = await bench.stored();
  expect(await work()).toMatchObject(refusal);
  expect(await bench.stored()).toEqual(before);
}

describe('admitting a member', () => {
  afterEach(() => setHubTime(bench.test.database.adminUrl, null));

  it('counts from today in UTC unless told otherwise, by the database’s clock', async () => {
    await setHubTime(bench.test.database.adminUrl, '2026-03-31T23:59:59.999Z');
    const first = await admit({ organisationId: await bench.organisation() });
    expect(first.membership).toMatchObject({ role: 'MEMBER', joinedOn: '2026-03-31', endedOn: null });
    await setHubTime(bench.test.database.adminUrl, '2026-04-01T00:00:00Z');
    const second = await admit({ organisationId: await bench.organisation() });
    expect(second.membership).toMatchObject({ joinedOn: '2026-04-01' });
  });

  it('may be for one day, and not for less', async () => {
    const organisationId = await bench.organisation();
    const oneDay = { organisationId, joinedOn: '2020-02-29', endedOn: '2020-02-29', role: 'CO_CHAIR' };
    expect(await admit(oneDay)).toMatchObject({ membership: { role: 'CO_CHAIR', endedOn: '2020-02-29' } });
    const backwards = { organisationId, joinedOn: '2021-01-02', endedOn: '2021-01-01' };
    await expectRefusal(() => admit(backwards), { __typename: 'InvalidInput', field: 'endedOn' });
  });

  it('tells the other services of the stay and of its end', async () => {
    const membershipId = await admitted({ joinedOn: '2020-01-01', endedOn: '2020-12-31' });
    const told = await bench.told(membershipId);
    expect(told.map(({ type }) => type)).toEqual(['MEMBER_ADMITTED', 'MEMBERSHIP_ENDED']);
    expect(told[1]?.data).toMatchObject({ membershipId, coalitionId, endedOn: '2020-12-31' });
  });

  it.each([
    '2021-02-30',
    '2021-13-01',
    '0000-00-00',
    '2021-2-3',
    '1799-12-31',
    '10000-01-01',
    'today',
    '',
    5,
    '2021-01-01T00:00:00Z',
  ])('does not take %p for a day', async (day) => {
    const before = await bench.stored();
    const input = { coalitionId, organisationId: coalitionId };
    for (const field of ['joinedOn', 'endedOn']) {
      expect(await bench.fault('admitMember', { ...input, [field]: day }, coordinator)).toBe(
        'BAD_USER_INPUT',
      );
    }
    expect(await bench.stored()).toEqual(before);
  });
});

describe('two stays of one organisation in one coalition', () => {
  it('must not share a day, not even the last and the first', async () => {
    const organisationId = await bench.organisation();
    await admitted({ organisationId, joinedOn: '2020-01-01', endedOn: '2020-12-31' });
    await expectRefusal(() => admit({ organisationId, joinedOn: '2020-12-31' }), {
      __typename: 'MembershipOverlaps',
      code: 'MEMBERSHIP_OVERLAPS',
    });
    await admitted({ organisationId, joinedOn: '2021-01-01' });
  });

  it('do not hinder stays elsewhere', async () => {
    const organisationId = await bench.organisation();
    await admitted({ organisationId, joinedOn: '2020-01-01' });
    const other = await bench.coordinated();
    const input = { coalitionId: other.coalitionId, organisationId, joinedOn: '2020-01-01' };
    expect((await bench.answer('admitMember', input, other.coordinator)).membership).toBeDefined();
  });

  it('are admitted once by several who do so at once', async () => {
    const organisationId = await bench.organisation();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => admit({ organisationId, joinedOn: '2020-01-01' })),
    );
    const names = answers.map(({ __typename }) => __typename).toSorted();
    expect(names).toEqual(['AdmitMemberSuccess', ...Array(5).fill('MembershipOverlaps')]);
  });

  const seed = Date.now() % 1_000_000;
  const dayOf = (number: number) => new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
  const stay = fc.record({ from: fc.nat(40), days: fc.option(fc.nat(10), { nil: null, freq: 8 }) });
  const lastOf = ({ from, days }: { from: number; days: number | null }) => from + (days ?? Infinity);

  it(`are admitted just where the calendar has room (seed ${seed})`, async () => {
    const property = fc.asyncProperty(fc.array(stay, { minLength: 2, maxLength: 12 }), async (stays) => {
      const organisationId = await bench.organisation();
      const kept: typeof stays = [];
      for (const next of stays) {
        const fits = kept.every((other) => lastOf(other) < next.from || lastOf(next) < other.from);
        const endedOn = next.days === null ? null : dayOf(next.from + next.days);
        const answer = await admit({ organisationId, joinedOn: dayOf(next.from), endedOn });
        expect(answer.__typename).toBe(fits ? 'AdmitMemberSuccess' : 'MembershipOverlaps');
        if (fits) kept.push(next);
      }
    });
    await fc.assert(property, { seed, numRuns: 25 });
  });
});

describe('ending a membership', () => {
  afterEach(() => setHubTime(bench.test.database.adminUrl, null));

  it('is possible from its first day on, and not before', async () => {
    const membershipId = await admitted({ joinedOn: '2020-05-01' });
    await expectRefusal(() => end({ membershipId, endedOn: '2020-04-30' }), {
      __typename: 'InvalidInput',
      field: 'endedOn',
    });
    expect((await end({ membershipId, endedOn: '2020-05-01' })).membership?.endedOn).toBe('2020-05-01');
  });

  it('makes today in UTC the last day unless told otherwise', async () => {
    const membershipId = await admitted({ joinedOn: '2020-05-01' });
    await setHubTime(bench.test.database.adminUrl, '2026-03-31T23:59:59.999Z');
    expect((await end({ membershipId })).membership?.endedOn).toBe('2026-03-31');
  });

  it('is done once: what is over stays as it was', async () => {
    const membershipId = await admitted({ joinedOn: '2020-01-01', endedOn: '2020-12-31' });
    for (const endedOn of ['2020-06-30', '2020-12-31', '2021-06-30', null]) {
      await expectRefusal(() => end({ membershipId, endedOn }), { code: 'ALREADY_ENDED' });
    }
  });

  it('cuts a limited stay short, and does not prolong it', async () => {
    const membershipId = await admitted({ joinedOn: '2020-01-01', endedOn: '2090-12-31' });
    await expectRefusal(() => end({ membershipId, endedOn: '2091-01-01' }), { code: 'ALREADY_ENDED' });
    expect((await end({ membershipId, endedOn: '2080-01-01' })).membership?.endedOn).toBe('2080-01-01');
  });

  it('is done once by several who do so at once', async () => {
    const membershipId = await admitted({ joinedOn: '2020-01-01' });
    const answers = await Promise.all(Array.from({ length: 6 }, () => end({ membershipId })));
    const names = answers.map(({ __typename }) => __typename).toSorted();
    expect(names).toEqual([...Array(5).fill('AlreadyEnded'), 'EndMembershipSuccess']);
  });

  it('makes room for another stay from the next day on', async () => {
    const organisationId = await bench.organisation();
    const membershipId = await admitted({ organisationId, joinedOn: '2020-01-01' });
    await end({ membershipId, endedOn: '2020-12-31' });
    expect(await admit({ organisationId, joinedOn: '2020-12-31' })).toMatchObject({
      code: 'MEMBERSHIP_OVERLAPS',
    });
    await admitted({ organisationId, joinedOn: '2021-01-01' });
  });
});
