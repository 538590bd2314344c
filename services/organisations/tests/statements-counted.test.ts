import { randomUUID } from 'node:crypto';
import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { seedRegistry } from '../src/index.js';
import { Workbench } from './workbench.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await Workbench.start();
  await seed(130);
  await bench.test.settled();
  await bench.test.settled();
});

afterAll(() => bench.stop());

async function seed(count: number): Promise<void> {
  const coalition = { id: randomUUID(), slug: 'large', name: 'Large', purpose: null };
  const organisations = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    slug: `organisation-${index}`,
    name: `Organisation ${index}`,
    country: 'ES',
    website: null,
  }));
  const memberships = organisations.map(({ id: organisationId }) => ({
    id: randomUUID(),
    coalitionId: coalition.id,
    organisationId,
    role: 'MEMBER',
    joinedOn: '2020-01-01',
  }));
  const registry = { organisations, coalitions: [coalition], memberships };
  await bench.test.subgraph.service.once('seed', (unit, emit) => seedRegistry(unit, emit, registry));
}

/** The tables that the statements of an operation read first, by name; the end of the feed is a column. */
async function tablesRead(source: string, variables: Record<string, unknown> = {}): Promise<string[]> {
  // What was seeded has reached the projections: what they write would be counted too.
  await bench.test.settled();
  const asking = { variables, viewer: bench.administrator };
  const { statements, transactionControl } = await recordStatements(() => bench.test.data(source, asking));
  expect(transactionControl).toEqual([]);
  const tables = statements.map((text) => {
    const [, table] = /from "?(?!unnest|coalition_update)(\w+)"?/.exec(text) ?? [];
    return `${table}${text.includes('count(*)') ? ' (count)' : ''}`;
  });
  return tables.sort((one, other) => one.localeCompare(other));
}

describe('SQL statements', () => {
  it('are one per entity type, and one for the count of a list that one page does not show, from a coalition down to its members', async () => {
    const source = `{ coalition(slug: "large") { name members(first: 130) {
      totalCount edges { cursor node { role joinedOn organisation { name country } } }
    } } }`;
    const asked = await bench.test.data<{ coalition: { members: { edges: unknown[] } } }>(source);
    expect(asked.coalition.members.edges).toHaveLength(130);
    expect(await tablesRead(source)).toEqual(['coalition', 'membership', 'organisation']);
    expect(await tablesRead(source.replace('130', '100'))).toEqual([
      'coalition',
      'membership',
      'membership_total',
      'organisation',
    ]);
  });

  it('are not more for deeper levels of 130 parents', async () => {
    const source = `{ coalition(slug: "large") { members(first: 130) { edges { node { organisation {
      coalitions(first: 5) { totalCount edges { node { coalition { name } } } }
    } } } } } }`;
    expect(await tablesRead(source)).toEqual([
      'coalition',
      'coalition',
      'membership',
      'membership',
      'organisation',
    ]);
  });

  it('do not count where nobody asks for the count', async () => {
    expect(await tablesRead('{ organisations(first: 130) { edges { node { name } } } }')).toEqual([
      'organisation',
    ]);
    expect(await tablesRead('{ coalitions { edges { node { name } } } }')).toEqual(['coalition']);
  });

  it('are one per entity type for the entities that another subgraph points to', async () => {
    const { organisations } = await bench.test.data<{ organisations: { edges: { node: { id: string } }[] } }>(
      '{ organisations(first: 130) { edges { node { id } } } }',
    );
    const representations = organisations.edges.map(({ node }) => ({
      __typename: 'Organisation',
      id: node.id,
    }));
    const source = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Organisation { name } }
    }`;
    expect(await tablesRead(source, { representations })).toEqual(['organisation']);
  });

  it('are one each for roles and mandates of the viewer, and one for what they point to', async () => {
    const source = `{ viewer { roles { coalition { name } } mandates { organisation { name } } } }`;
    expect(await tablesRead(source)).toEqual(['mandate', 'role']);
  });
});
