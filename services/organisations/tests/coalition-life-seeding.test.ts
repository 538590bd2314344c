import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { seedCoalitionLife } from '../src/index.js';
import { CoalitionBench } from './coalition-bench.js';

let life: CoalitionBench;

beforeAll(async () => {
  life = await CoalitionBench.start();
});

afterAll(() => life.stop());

it('roles and working groups are entered once, and told of as commands tell of them', async () => {
  const { coalitionId } = life;
  const organisationId = await life.member();
  const days = { since: '2012-01-01', until: '2013-06-30' };
  const term = { id: randomUUID(), coalitionId, organisationId, role: 'CHAIR' as const, ...days };
  const member = { id: randomUUID(), organisationId, role: 'CHAIR' as const, ...days };
  const group = {
    id: randomUUID(),
    coalitionId,
    name: 'Borders',
    purpose: null,
    since: '2012-01-01',
    until: null,
  };
  const seed = { roleTerms: [term], workingGroups: [{ ...group, members: [member] }] };
  for (const _start of [1, 2]) {
    await life.bench.test.subgraph.service.once('life', (unit, emit) => seedCoalitionLife(unit, emit, seed));
  }
  const source = `query ($slug: String!) { coalition(slug: $slug) {
    roleTerms(asOf: "2013-06-30") { role organisation { id } }
    workingGroups(asOf: "2013-06-30") { name chairs(asOf: "2013-06-30") { organisation { id } } }
  } }`;
  expect(await life.bench.test.data(source, { variables: { slug: life.slug } })).toEqual({
    coalition: {
      roleTerms: [{ role: 'CHAIR', organisation: { id: organisationId } }],
      workingGroups: [{ name: 'Borders', chairs: [{ organisation: { id: organisationId } }] }],
    },
  });
  expect((await life.bench.told(term.id)).map(({ type }) => type)).toEqual(['ROLE_TERM_STARTED']);
  expect((await life.bench.told(group.id)).map(({ type }) => type)).toEqual([
    'WORKING_GROUP_CREATED',
    'WORKING_GROUP_JOINED',
  ]);
});
