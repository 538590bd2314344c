import type { Viewer } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { definition } from '../src/index.js';
import { idOf, type MutationName, mutations, strangeIds, Workbench } from './workbench.js';

let bench: Workbench;
let coalitionId: string;
let organisationId: string;
let people: Record<Person, Viewer | null>;

type Person =
  | 'signed out'
  | 'without rights'
  | 'representative'
  | 'administrator'
  | 'administrator of the organisation'
  | 'coordinator'
  | 'coordinator of another';

beforeAll(async () => {
  bench = await Workbench.start();
  const { coordinator, ...coordinated } = await bench.coordinated();
  ({ coalitionId } = coordinated);
  organisationId = await bench.organisation();
  const mandate = { email: 'representative@example.org', scopes: ['SIGN', 'REVISE'] };
  await bench.answer('grantMandate', {
    ...mandate,
    organisationId,
    decidedOn: '2024-01-01',
    decidedBy: 'Board',
  });
  await bench.answer('grantMandate', {
    ...aMandateInput(),
    email: 'administers@example.org',
    scopes: ['ADMINISTER'],
  });
  people = {
    'signed out': null,
    'without rights': bench.test.viewer('nobody@example.org'),
    representative: bench.test.viewer(mandate.email),
    administrator: bench.administrator,
    'administrator of the organisation': bench.test.viewer('administers@example.org'),
    coordinator,
    'coordinator of another': (await bench.coordinated()).coordinator,
  };
  await bench.test.settled();
});

afterAll(() => bench.stop());

const mandators = ['administrator', 'administrator of the organisation'] as const;

/** Who may, and an input that would be accepted from them. */
const rules: Record<MutationName, { allowed: Person | readonly Person[]; input(): Promise<object> }> = {
  registerOrganisation: {
    allowed: 'administrator',
    input: async () => ({ name: bench.name('Organisation') }),
  },
  updateOrganisation: {
    allowed: 'administrator',
    input: async () => ({ organisationId: await bench.organisation(), kind: 'NETWORK' }),
  },
  mergeOrganisations: {
    allowed: 'administrator',
    input: async () => ({ keepId: await bench.organisation(), mergeId: await bench.organisation() }),
  },
  tellApart: {
    allowed: 'administrator',
    input: async () => ({ organisationIds: [await bench.organisation(), await bench.organisation()] }),
  },
  createCoalition: { allowed: 'administrator', input: async () => ({ name: bench.name('Coalition') }) },
  admitMember: {
    allowed: 'coordinator',
    input: async () => ({ coalitionId, organisationId: await bench.organisation() }),
  },
  endMembership: {
    allowed: 'coordinator',
    input: async () => ({ membershipId: await aMembership() }),
  },
  grantRole: {
    allowed: 'administrator',
    input: async () => ({ email: newEmail(), role: 'COORDINATOR', coalitionId }),
  },
  revokeRole: { allowed: 'administrator', input: async () => ({ roleId: await aRole() }) },
  grantMandate: { allowed: mandators, input: async () => aMandateInput() },
  revokeMandate: { allowed: mandators, input: async () => ({ mandateId: await aMandate() }) },
};

async function aMembership(): Promise<string> {
  const input = { coalitionId, organisationId: await bench.organisation() };
  return idOf((await bench.answer('admitMember', input, people.coordinator as Viewer)).membership);
}

const newEmail = () => `${bench.name('new').replace(' ', '-')}@example.org`;

async function aRole(): Promise<string> {
  const input = { email: newEmail(), role: 'COORDINATOR', coalitionId };
  return idOf((await bench.answer('grantRole', input)).role);
}

const aMandateInput = () => ({
  organisationId,
  email: 'mandate@example.org',
  scopes: ['SIGN'],
  decidedOn: '2024-01-01',
  decidedBy: 'Board',
});

async function aMandate(): Promise<string> {
  return idOf((await bench.answer('grantMandate', aMandateInput())).mandate);
}

it('declares a policy for every way in', () => {
  expect(definition.schema.undeclared).toEqual([]);
});

describe.each(mutations)('%s', (mutation) => {
  const { allowed, input: inputFor } = rules[mutation];
  const all = typeof allowed === 'string' ? [allowed] : allowed;

  it(`is for the ${all.join(' and the ')} and nobody else; a refused attempt stores nothing`, async () => {
    const input = await inputFor();
    const before = await bench.stored();
    for (const [person, viewer] of Object.entries(people)) {
      if (all.includes(person as Person)) continue;
      const code = viewer === null ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      expect([person, await bench.fault(mutation, input, viewer)]).toEqual([person, code]);
    }
    expect(await bench.stored()).toEqual(before);
    for (const person of all) {
      const answer = await bench.answer(mutation, await inputFor(), people[person] as Viewer);
      expect(answer.__typename).toMatch(/Success$/);
    }
  });

  it('is on record with the person’s id, the request and the events', async () => {
    const [person = 'administrator'] = all;
    const answer = await bench.answer(mutation, await inputFor(), people[person] as Viewer);
    expect(answer.__typename).toMatch(/Success$/);
    const entry = await bench.reads
      .selectFrom('audit_entry')
      .selectAll()
      .where('action', '=', mutation)
      .orderBy('at' as never, 'desc')
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({
      actor: people[person]?.personId,
      detail: { events: expect.arrayContaining([expect.any(String)]) },
    });
  });
});

describe('an id of nothing', () => {
  const takes = {
    updateOrganisation: ['organisationId', 'parentId'],
    mergeOrganisations: ['keepId', 'mergeId'],
    admitMember: ['coalitionId', 'organisationId'],
    endMembership: ['membershipId'],
    grantRole: ['coalitionId'],
    revokeRole: ['roleId'],
    grantMandate: ['organisationId'],
    revokeMandate: ['mandateId'],
  } as const;
  const cases = Object.entries(takes).flatMap(([mutation, fields]) =>
    fields.map((field) => [mutation as keyof typeof takes, field] as const),
  );

  it.each(cases)('is not found by %s as "%s", whatever it looks like', async (mutation, field) => {
    const input = await rules[mutation].input();
    const viewer = people[[rules[mutation].allowed].flat()[0] ?? 'administrator'] as Viewer;
    const before = await bench.stored();
    for (const id of strangeIds) {
      expect(await bench.answer(mutation, { ...input, [field]: id }, viewer)).toMatchObject({
        __typename: 'NotFound',
        code: 'NOT_FOUND',
      });
    }
    expect(await bench.stored()).toEqual(before);
  });

  it.each(['revokeRole', 'revokeMandate'] as const)(
    'is told from another one by %s to administrators only',
    async (mutation) => {
      const [field] = takes[mutation];
      const viewer = people['without rights'];
      const known = await bench.fault(mutation, await rules[mutation].input(), viewer);
      const unknown = await bench.fault(mutation, { [field]: strangeIds[0] }, viewer);
      expect([known, unknown]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    },
  );
});
