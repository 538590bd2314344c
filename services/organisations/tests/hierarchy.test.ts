import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unknownId, Workbench } from './workbench.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await Workbench.start();
});

afterAll(() => bench.stop());

const network = () => bench.organisation({ name: bench.name('Network'), kind: 'NETWORK' });

const update = (organisationId: string, input: object) =>
  bench.answer('updateOrganisation', { organisationId, ...input });

interface Listed {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly name: string } }[];
}

async function related(
  id: string,
  field: 'chapters' | 'constituents' | 'networks',
  args = '',
): Promise<string[]> {
  const source = `query ($id: ID) { organisation(id: $id) { ${field}${args} { totalCount edges { node { name } } } } }`;
  const data = await bench.test.data<{ organisation: Record<string, Listed> }>(source, { variables: { id } });
  return data.organisation[field]?.edges.map(({ node }) => node.name) ?? [];
}

async function parentOf(id: string): Promise<string | undefined> {
  const source = 'query ($id: ID) { organisation(id: $id) { parent { id } kind } }';
  const data = await bench.test.data<{ organisation: { parent: { id: string } | null } }>(source, {
    variables: { id },
  });
  return data.organisation.parent?.id;
}

const circle = { __typename: 'CircularHierarchy', code: 'CIRCULAR_HIERARCHY' };

describe('chapters', () => {
  it('are listed below their parent by name, and name it', async () => {
    const parentId = await bench.organisation({ name: 'Rivers' });
    const inSpain = await bench.organisation({ name: 'Rivers Spain', country: 'ES', parentId });
    await bench.organisation({ name: 'Rivers Chad', country: 'TD', parentId });
    expect(await related(parentId, 'chapters')).toEqual(['Rivers Chad', 'Rivers Spain']);
    expect(await related(parentId, 'chapters', '(first: 1)')).toEqual(['Rivers Chad']);
    expect(await parentOf(inSpain)).toBe(parentId);
    await update(inSpain, { parentId: null });
    expect(await related(parentId, 'chapters')).toEqual(['Rivers Chad']);
  });

  it('are refused as chapters of themselves, and of their own chapters at any distance', async () => {
    const chain = [await bench.organisation()];
    for (let length = 1; length < 5; length += 1)
      chain.push(await bench.organisation({ parentId: chain[length - 1] as string }));
    const [top = ''] = chain;
    const before = await bench.stored();
    for (const below of chain) expect(await update(top, { parentId: below })).toMatchObject(circle);
    expect(await bench.stored()).toEqual(before);
    expect(await parentOf(top)).toBeUndefined();
  });

  it('do not close a circle when two are changed at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await bench.organisation(), await bench.organisation()];
      const answers = await Promise.all([update(one, { parentId: other }), update(other, { parentId: one })]);
      const names = answers.map(({ __typename }) => __typename).toSorted();
      expect(names).toEqual(['CircularHierarchy', 'UpdateOrganisationSuccess']);
    }
  });

  it.each([unknownId, 'x', ''])('have a parent that there is: not "%s"', async (parentId) => {
    const before = await bench.stored();
    expect(
      await bench.answer('registerOrganisation', { name: bench.name('Orphan'), parentId }),
    ).toMatchObject({
      __typename: 'NotFound',
    });
    expect(await bench.stored()).toEqual(before);
  });
});

describe('networks', () => {
  it('list their constituents, and these their networks', async () => {
    const networkId = await network();
    const [one, other] = [
      await bench.organisation({ name: 'Constituent A', networkIds: [networkId] }),
      await bench.organisation({ name: 'Constituent B' }),
    ];
    await update(other, { networkIds: [networkId, networkId] });
    expect(await related(networkId, 'constituents')).toEqual(['Constituent A', 'Constituent B']);
    expect(await related(one, 'networks')).toHaveLength(1);
    await update(one, { networkIds: null });
    expect(await related(networkId, 'constituents')).toEqual(['Constituent B']);
  });

  it('are of that kind, and stay so while they have constituents', async () => {
    const association = await bench.organisation();
    expect(await update(await bench.organisation(), { networkIds: [association] })).toMatchObject({
      field: 'networkIds',
    });
    const networkId = await network();
    await bench.organisation({ networkIds: [networkId] });
    expect(await update(networkId, { kind: 'ASSOCIATION' })).toMatchObject({ field: 'kind' });
  });

  it('of networks do not run in a circle, whatever its length', async () => {
    const chain = [await network()];
    for (let length = 1; length < 4; length += 1) {
      const id = await network();
      await update(id, { networkIds: [chain[length - 1]] });
      chain.push(id);
    }
    const [top = ''] = chain;
    for (const below of chain) expect(await update(top, { networkIds: [below] })).toMatchObject(circle);
    expect(await related(top, 'networks')).toEqual([]);
  });

  it('do not run in a circle when two are changed at once', async () => {
    const [one, other] = [await network(), await network()];
    const answers = await Promise.all([
      update(one, { networkIds: [other] }),
      update(other, { networkIds: [one] }),
    ]);
    const names = answers.map(({ __typename }) => __typename).toSorted();
    expect(names).toEqual(['CircularHierarchy', 'UpdateOrganisationSuccess']);
  });
});

it('reads each level of the hierarchy in one statement, and one for each count', async () => {
  const parentId = await network();
  for (let made = 0; made < 3; made += 1) {
    const chapter = await bench.organisation({ parentId, networkIds: [parentId] });
    await bench.organisation({ parentId: chapter });
  }
  await bench.test.settled();
  const source = `query ($id: ID) { organisation(id: $id) { chapters { totalCount edges { node {
    parent { name } networks { edges { node { name } } } chapters { totalCount edges { node { name } } }
  } } } } }`;
  const { statements } = await recordStatements(() =>
    bench.test.data(source, { variables: { id: parentId } }),
  );
  // The organisation, its chapters and their count; below them chapters, their count, and networks. The parent is known.
  expect(statements.length).toBeLessThanOrEqual(6);
});
