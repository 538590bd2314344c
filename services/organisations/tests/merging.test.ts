import type { Viewer } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { idOf, Workbench } from './workbench.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await Workbench.start();
});

afterAll(() => bench.stop());

const merge = (keepId: string, mergeId: string) => bench.answer('mergeOrganisations', { keepId, mergeId });

async function merged(keepId: string, mergeId: string): Promise<void> {
  expect(await merge(keepId, mergeId)).toMatchObject({ organisation: { id: keepId } });
}

interface Read {
  readonly id: string;
  readonly slug: string;
  readonly mergedInto: { readonly id: string } | null;
  readonly names: readonly { readonly name: string; readonly kind: string }[];
  readonly coalitions: { readonly edges: readonly { readonly node: Membership }[] };
  readonly parent: { readonly id: string } | null;
  readonly chapters: { readonly totalCount: number };
  readonly networks: { readonly totalCount: number };
}

interface Membership {
  readonly role: string;
  readonly joinedOn: string;
  readonly endedOn: string | null;
}

const query = `query ($id: ID, $slug: String, $asOf: Date) { organisation(id: $id, slug: $slug) {
  id slug mergedInto { id } names { name kind } parent { id } chapters { totalCount } networks { totalCount }
  coalitions(asOf: $asOf) { edges { node { role joinedOn endedOn } } }
} }`;

async function read(variables: { id?: string; slug?: string; asOf?: string }): Promise<Read> {
  return (await bench.test.data<{ organisation: Read }>(query, { variables })).organisation;
}

/** As another subgraph refers to it: a frozen list keeps what it named. */
async function entity(id: string): Promise<Pick<Read, 'id' | 'slug' | 'mergedInto'>> {
  const source = `query ($refs: [_Any!]!) { _entities(representations: $refs) {
    ... on Organisation { id slug mergedInto { id } } } }`;
  const variables = { refs: [{ __typename: 'Organisation', id }] };
  const { _entities } = await bench.test.data<{ _entities: [Read] }>(source, { variables });
  return _entities[0];
}

async function names(id: string): Promise<string[]> {
  return (await read({ id })).names.map(({ kind, name }) => `${kind} ${name}`);
}

describe('a merged organisation', () => {
  it('leads to the one that stays by its old id and slug', async () => {
    const keepId = await bench.organisation({ name: 'Kept Mill' });
    const mergeId = await bench.organisation({ name: 'Merged Mill' });
    await merged(keepId, mergeId);
    for (const found of [await read({ id: mergeId }), await read({ slug: 'merged-mill' })])
      expect(found).toMatchObject({ id: keepId, slug: 'kept-mill', mergedInto: null });
    expect(await entity(mergeId)).toEqual({ id: mergeId, slug: 'merged-mill', mergedInto: { id: keepId } });
  });

  it('is in no list and no search of its own; its name leads to the other', async () => {
    const keepId = await bench.organisation({ name: 'Tall Chimney' });
    await merged(keepId, await bench.organisation({ name: 'Round Furnace' }));
    const source = `query ($filter: OrganisationFilter) { organisations(filter: $filter, first: 200) { edges { node { id name } } } }`;
    const find = async (filter: object) => {
      const data = await bench.test.data<{
        organisations: { edges: { node: { id: string; name: string } }[] };
      }>(source, {
        variables: { filter },
      });
      return data.organisations.edges.map(({ node }) => node);
    };
    expect((await find({})).map(({ name }) => name)).not.toContain('Round Furnace');
    expect(await find({ search: 'round furnace' })).toEqual([{ id: keepId, name: 'Tall Chimney' }]);
  });

  it('leads to the last one, merged however often', async () => {
    const ids = [await bench.organisation(), await bench.organisation(), await bench.organisation()] as const;
    await merged(ids[1], ids[0]);
    await merged(ids[2], ids[1]);
    for (const id of ids) expect((await read({ id })).id).toBe(ids[2]);
    expect((await entity(ids[0])).mergedInto).toEqual({ id: ids[2] });
  });

  it('can become nothing else: neither changed, nor merged, nor told apart', async () => {
    const mergeId = await bench.organisation();
    const keepId = await bench.organisation();
    await merged(keepId, mergeId);
    const gone = { __typename: 'NotFound' };
    expect(await merge(await bench.organisation(), mergeId)).toMatchObject(gone);
    expect(await merge(mergeId, await bench.organisation())).toMatchObject(gone);
    expect(
      await bench.answer('updateOrganisation', { organisationId: mergeId, acronym: 'X1' }),
    ).toMatchObject(gone);
    expect(await bench.answer('tellApart', { organisationIds: [mergeId, keepId] })).toMatchObject(gone);
  });
});

const mandateFor = (organisationId: string, email = 'someone@example.org') => ({
  organisationId,
  email,
  scopes: ['SIGN'],
  decidedOn: '2024-01-01',
  decidedBy: 'Board',
});

describe('merging', () => {
  it('remembers every name of the merged one', async () => {
    const keepId = await bench.organisation({ name: 'Kite Makers', country: 'PE' });
    const mergeId = await bench.organisation({
      name: 'Kite-Makers Guild',
      country: 'PE',
      acronym: 'KMG',
      otherNames: [{ name: 'Gremio de Cometas', language: 'es' }, { name: 'Kite Makers' }],
    });
    await merged(keepId, mergeId);
    expect(await names(keepId)).toEqual([
      'USUAL Kite Makers',
      'ACRONYM KMG',
      'ALIAS Kite-Makers Guild',
      'OTHER_LANGUAGE Gremio de Cometas',
    ]);
  });

  it('lets the name of the merged one be given again', async () => {
    const keepId = await bench.organisation();
    await merged(keepId, await bench.organisation({ name: 'Given Again', country: 'ES' }));
    await bench.organisation({ name: 'Given Again', country: 'ES' });
  });

  it('moves chapters, networks and decisions', async () => {
    const [keepId, mergeId] = [await bench.organisation(), await bench.organisation()];
    const networkId = await bench.organisation({ kind: 'NETWORK', name: bench.name('Network') });
    await bench.answer('updateOrganisation', { organisationId: mergeId, networkIds: [networkId] });
    await bench.answer('updateOrganisation', { organisationId: keepId, networkIds: [networkId] });
    const chapter = await bench.organisation({ parentId: mergeId });
    const other = await bench.organisation();
    await bench.answer('tellApart', { organisationIds: [mergeId, other] });
    await merged(keepId, mergeId);
    expect(await read({ id: keepId })).toMatchObject({
      chapters: { totalCount: 1 },
      networks: { totalCount: 1 },
    });
    expect(await read({ id: chapter })).toMatchObject({ parent: { id: keepId } });
    const apart = await bench.reads.selectFrom('told_apart').selectAll().execute();
    expect(apart).toContainEqual({
      one: [keepId, other].toSorted()[0],
      other: [keepId, other].toSorted()[1],
    });
  });

  it('is refused for one and itself, for a chapter and its parent, for a constituent and its network', async () => {
    const parentId = await bench.organisation({ kind: 'NETWORK', name: bench.name('Network') });
    const chapter = await bench.organisation({ parentId });
    const below = await bench.organisation({ parentId: chapter });
    const constituent = await bench.organisation({ networkIds: [parentId] });
    const before = await bench.stored();
    for (const [one, other] of [
      [parentId, parentId],
      [parentId, below],
      [below, parentId],
      [constituent, parentId],
    ] as const)
      expect(await merge(one, other)).toMatchObject({ code: 'CANNOT_MERGE' });
    expect(await bench.stored()).toEqual(before);
  });

  it('is told to the other services, first of all', async () => {
    const [keepId, mergeId] = [await bench.organisation(), await bench.organisation()];
    await merged(keepId, mergeId);
    const told = (await bench.told(keepId)).slice(1);
    expect(told.map(({ type }) => type)).toEqual(['ORGANISATION_MERGED', 'ORGANISATION_UPDATED']);
    expect(told[0]?.data).toEqual({ organisationId: keepId, mergedId: mergeId });
  });

  it('happens once when it is asked for both ways at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await bench.organisation(), await bench.organisation()];
      const answers = await Promise.all([merge(one, other), merge(other, one)]);
      expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
        'MergeOrganisationsSuccess',
        'NotFound',
      ]);
    }
  });
});

describe('memberships of merged organisations', () => {
  let coalitionId: string;
  let coordinator: Viewer;

  beforeAll(async () => {
    ({ coalitionId, coordinator } = await bench.coordinated());
  });

  const admit = async (organisationId: string, stay: object) =>
    idOf(
      (await bench.answer('admitMember', { coalitionId, organisationId, ...stay }, coordinator)).membership,
    );

  async function stays(organisationId: string): Promise<unknown[]> {
    const { rows } = await sql`
      select joined_on as since, ended_on as until from membership
       where organisation_id = ${organisationId} order by joined_on`.execute(bench.reads);
    return rows;
  }

  it('become those of the one that stays', async () => {
    const [keepId, mergeId] = [await bench.organisation(), await bench.organisation()];
    await admit(mergeId, { joinedOn: '2020-01-01', endedOn: '2020-12-31' });
    await merged(keepId, mergeId);
    const { coalitions } = await read({ id: keepId, asOf: '2020-06-01' });
    expect(coalitions.edges.map(({ node }) => node)).toEqual([
      { role: 'MEMBER', joinedOn: '2020-01-01', endedOn: '2020-12-31' },
    ]);
    expect(await stays(mergeId)).toEqual([]);
  });

  it('become one where they share days', async () => {
    const [keepId, mergeId] = [await bench.organisation(), await bench.organisation()];
    await admit(keepId, { joinedOn: '2020-06-01', endedOn: '2021-06-30' });
    await admit(keepId, { joinedOn: '2022-01-01' });
    await admit(mergeId, { joinedOn: '2020-01-01', endedOn: '2020-06-01' });
    await admit(mergeId, { joinedOn: '2021-06-30', endedOn: '2022-01-01' });
    await merged(keepId, mergeId);
    expect(await stays(keepId)).toEqual([{ since: '2020-01-01', until: null }]);
  });

  it('that are made under the old id are the other one’s', async () => {
    const [keepId, mergeId] = [await bench.organisation(), await bench.organisation()];
    await merged(keepId, mergeId);
    await admit(mergeId, { joinedOn: '2023-01-01' });
    expect([await stays(keepId), await stays(mergeId)]).toEqual([[{ since: '2023-01-01', until: null }], []]);
  });

  it('are not made for the merged one while it is being merged', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [keepId, mergeId] = [await bench.organisation(), await bench.organisation()];
      await Promise.all([
        merge(keepId, mergeId),
        bench.answer(
          'admitMember',
          { coalitionId, organisationId: mergeId, joinedOn: '2023-01-01' },
          coordinator,
        ),
      ]);
      expect(await stays(mergeId)).toEqual([]);
    }
  });
});

it('lets who may act for the merged one act for the other, in every service’s view, and revoke it there', async () => {
  const [keepId, mergeId] = [await bench.organisation(), await bench.organisation()];
  const email = 'representative-of-merged@example.org';
  const mandateId = idOf((await bench.answer('grantMandate', mandateFor(mergeId, email))).mandate);
  await bench.test.settled();
  await merged(keepId, mergeId);
  await bench.test.settled();
  const right = () =>
    bench.reads
      .selectFrom('right_mandate')
      .select('organisation_id')
      .where('mandate_id', '=', mandateId)
      .execute();
  expect(await right()).toEqual([{ organisation_id: keepId }]);
  await bench.answer('revokeMandate', { mandateId });
  await bench.test.settled();
  expect(await right()).toEqual([]);
});
