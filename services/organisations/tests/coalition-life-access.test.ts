import type { Viewer } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { definition } from '../src/index.js';
import { CoalitionBench, type LifeMutation, lifeMutations } from './coalition-bench.js';
import { idOf, strangeIds } from './workbench.js';

type Person =
  | 'signed out'
  | 'without rights'
  | 'administrator'
  | 'coordinator'
  | 'coordinator of another'
  | 'representative of the organisation'
  | 'representative of another';

let life: CoalitionBench;
let organisationId: string;
let people: Record<Person, Viewer | null>;

beforeAll(async () => {
  life = await CoalitionBench.start();
  const { bench } = life;
  organisationId = await bench.organisation();
  people = {
    'signed out': null,
    'without rights': bench.test.viewer('nobody@example.org'),
    administrator: bench.administrator,
    coordinator: life.coordinator,
    'coordinator of another': (await CoalitionBench.start(bench)).coordinator,
    'representative of the organisation': await life.representativeOf(organisationId),
    'representative of another': await life.representativeOf(await bench.organisation()),
  };
});

afterAll(() => life.stop());

interface Rule {
  readonly allowed: Person;
  /** For whom it exists though they may not touch it; for everybody else who is signed in it does not. Absent: public. */
  readonly seenBy?: Person;
  input(): Promise<object>;
}

const byCoordinators = (input: () => Promise<object>): Rule => ({ allowed: 'coordinator', input });

const rules: Record<LifeMutation, Rule> = {
  appointToRole: byCoordinators(async () => ({ ...(await aMember()), role: 'SECRETARIAT' })),
  endRoleTerm: byCoordinators(async () => {
    const { roleTerm } = await life.appoint({
      ...(await aMember()),
      role: 'SECRETARIAT',
      since: '2020-01-01',
    });
    return { roleTermId: idOf(roleTerm) };
  }),
  createWorkingGroup: byCoordinators(async () => ({
    coalitionId: life.coalitionId,
    name: life.bench.name('Group'),
  })),
  endWorkingGroup: byCoordinators(async () => ({ workingGroupId: await life.group() })),
  joinWorkingGroup: byCoordinators(async () => ({
    workingGroupId: await life.group(),
    organisationId: await life.member(),
  })),
  leaveWorkingGroup: byCoordinators(async () => {
    const input = {
      workingGroupId: await life.group(),
      organisationId: await life.member(),
      since: '2020-01-01',
    };
    return { workingGroupMembershipId: idOf((await life.join(input)).workingGroupMembership) };
  }),
  inviteOrganisation: byCoordinators(async () => ({
    coalitionId: life.coalitionId,
    organisationId: await life.bench.organisation(),
  })),
  answerInvitation: {
    allowed: 'representative of the organisation',
    seenBy: 'coordinator',
    input: async () => ({ invitationId: await anInvitation(), accept: false }),
  },
  withdrawInvitation: {
    allowed: 'coordinator',
    seenBy: 'representative of the organisation',
    input: async () => ({ invitationId: await anInvitation() }),
  },
};

const aMember = async () => ({ coalitionId: life.coalitionId, organisationId: await life.member() });

/** The one that waits, or a new one. */
async function anInvitation(): Promise<string> {
  const { invitation } = await life.invite({ organisationId });
  if (invitation) return invitation.id;
  const row = await life.bench.reads
    .selectFrom('coalition_invitation')
    .select('id')
    .where('state', '=', 'PENDING')
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow();
  return row.id;
}

describe.each(lifeMutations)('%s', (mutation) => {
  const { allowed, seenBy, input: inputFor } = rules[mutation];

  it(`is for the ${allowed} and nobody else; a refused attempt stores nothing`, async () => {
    const input = await inputFor();
    const before = await life.bench.stored();
    for (const [person, viewer] of Object.entries(people)) {
      if (person === allowed) continue;
      if (viewer === null) expect(await life.fault(mutation, input, viewer)).toBe('UNAUTHENTICATED');
      else if (seenBy === undefined || seenBy === person)
        expect([person, await life.fault(mutation, input, viewer)]).toEqual([person, 'FORBIDDEN']);
      else expect(await life.answer(mutation, input, viewer)).toMatchObject({ __typename: 'NotFound' });
    }
    expect(await life.bench.stored()).toEqual(before);
    const answer = await life.answer(mutation, input, people[allowed] as Viewer);
    expect(answer.__typename).toMatch(/Success$/);
  });

  it('gives the same answer to a repeat with the same key, and does it once', async () => {
    const input = { ...(await inputFor()), idempotencyKey: life.bench.name('key of a repeat') };
    const viewer = people[allowed] as Viewer;
    const first = await life.answer(mutation, input, viewer);
    const before = await life.bench.stored();
    expect(await life.answer(mutation, input, viewer)).toEqual(first);
    expect(await life.bench.stored()).toEqual(before);
  });
});

describe('an id of nothing', () => {
  const takes = {
    appointToRole: ['coalitionId', 'organisationId'],
    endRoleTerm: ['roleTermId'],
    createWorkingGroup: ['coalitionId'],
    endWorkingGroup: ['workingGroupId'],
    joinWorkingGroup: ['workingGroupId', 'organisationId'],
    leaveWorkingGroup: ['workingGroupMembershipId'],
    inviteOrganisation: ['coalitionId', 'organisationId'],
    answerInvitation: ['invitationId'],
    withdrawInvitation: ['invitationId'],
  } as const;
  const cases = Object.entries(takes).flatMap(([mutation, fields]) =>
    fields.map((field) => [mutation as LifeMutation, field] as const),
  );

  it.each(cases)('is not found by %s as "%s", whatever it looks like', async (mutation, field) => {
    const input = await rules[mutation].input();
    const before = await life.bench.stored();
    for (const id of strangeIds) {
      const answer = await life.answer(
        mutation,
        { ...input, [field]: id },
        people[rules[mutation].allowed] as Viewer,
      );
      expect(answer).toMatchObject({ __typename: 'NotFound', code: 'NOT_FOUND' });
    }
    expect(await life.bench.stored()).toEqual(before);
  });
});

describe('texts and days', () => {
  const strange = ['', '   ', 'a\u0000b', 'a\u202Eb', 'a'.repeat(1_000_000)];

  it.each(strange)('that nobody can read are refused: %#', async (text) => {
    const before = await life.bench.stored();
    const { coalitionId } = life;
    const named = await life.answer('createWorkingGroup', { coalitionId, name: text });
    expect(named).toMatchObject({ __typename: 'InvalidInput', field: 'name' });
    const purposed = await life.answer('createWorkingGroup', { coalitionId, name: 'Sound', purpose: text });
    expect(purposed).toMatchObject({ __typename: 'InvalidInput', field: 'purpose' });
    const message = await life.invite({ organisationId: await existing(), message: text });
    expect(message).toMatchObject({ __typename: 'InvalidInput', field: 'message' });
    expect(await life.bench.stored()).toEqual(before);
  });

  it('must be days of the calendar', async () => {
    const before = await life.bench.stored();
    for (const day of ['2021-02-30', '', 'today', '1799-12-31', 5]) {
      const input = { coalitionId: life.coalitionId, name: 'Sound', since: day };
      expect(await life.fault('createWorkingGroup', input, life.coordinator)).toBe('BAD_USER_INPUT');
    }
    expect(await life.bench.stored()).toEqual(before);
  });

  const existing = async () => {
    const row = await life.bench.reads.selectFrom('organisation').select('id').executeTakeFirstOrThrow();
    return row.id;
  };
});

it('every type, field, argument and value is described', () => {
  const silent = Object.values(definition.schema.schema.getTypeMap())
    .filter(({ name }) => !/^_|^(Query|Mutation|Subscription|ID|link__|federation__)/.test(name))
    .flatMap((type) => {
      const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
      return [
        type,
        ...fields,
        ...fields.flatMap(({ args }) => args),
        ...(isInputObjectType(type) ? Object.values(type.getFields()) : []),
        ...(isEnumType(type) ? type.getValues() : []),
      ].map((part) => ({ type: type.name, part: part.name, description: part.description }));
    })
    .filter(({ description }) => !description);
  expect(silent).toEqual([]);
});
