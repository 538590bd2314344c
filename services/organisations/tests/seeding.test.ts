import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { seedRegistry } from '../src/index.js';
import { Workbench } from './workbench.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await Workbench.start();
});

afterAll(() => bench.stop());

const organisation = { id: randomUUID(), slug: 'seeded', name: 'Seeded', country: 'SN', website: null };
const coalition = { id: randomUUID(), slug: 'seeded', name: 'Seeded', purpose: null };
const membership = {
  id: randomUUID(),
  coalitionId: coalition.id,
  organisationId: organisation.id,
  role: 'CHAIR',
  joinedOn: '2020-01-01',
};
const registry = { organisations: [organisation], coalitions: [coalition], memberships: [membership] };

const seed = () =>
  bench.test.subgraph.service.once('seed', (unit, emit) => seedRegistry(unit, emit, registry));

it('fills the registry once, however often and by however many it is asked for', async () => {
  const done = await Promise.all([seed(), seed(), seed()]);
  expect(done.filter(Boolean)).toHaveLength(1);
  expect(await seed()).toBe(false);
  const query = `{ coalition(slug: "seeded") { members {
    edges { node { role joinedOn organisation { slug country region otherNames { name } } } }
  } } }`;
  const seeded = { slug: 'seeded', country: 'SN', region: 'AFRICA', otherNames: [] };
  expect(await bench.test.data(query)).toEqual({
    coalition: {
      members: { edges: [{ node: { role: 'CHAIR', joinedOn: '2020-01-01', organisation: seeded } }] },
    },
  });
});

it('tells the other services what commands would have told them', async () => {
  const told = async (id: string) => (await bench.told(id)).map(({ type }) => type);
  expect(await told(organisation.id)).toEqual(['ORGANISATION_REGISTERED']);
  expect(await told(coalition.id)).toEqual(['COALITION_CREATED']);
  expect(await told(membership.id)).toEqual(['MEMBER_ADMITTED']);
});
