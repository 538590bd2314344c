import type { Viewer } from '@coalition-hub/subgraph';
import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Workbench } from './workbench.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await Workbench.start();
});

afterAll(() => bench.stop());

interface Proposal {
  readonly reason: string;
  readonly explanation: string;
  readonly similarity: number;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

const source = `query ($first: Int, $after: String, $reasons: [SimilarityReason!]) {
  duplicateProposals(first: $first, after: $after, reasons: $reasons) {
    totalCount edges { node { reason explanation similarity organisations { id name } } } pageInfo { endCursor }
  }
}`;

interface Listed {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Proposal }[];
  readonly pageInfo: { readonly endCursor: string };
}

async function proposals(variables: object = { first: 200 }): Promise<Listed> {
  await bench.test.settled();
  const asking = { viewer: bench.administrator, variables: { ...variables } };
  return (await bench.test.data<{ duplicateProposals: Listed }>(source, asking)).duplicateProposals;
}

/** Reasons why these two are proposed as one; none if they are not. */
async function reasonsFor(one: string, other: string, variables: object = { first: 200 }): Promise<string[]> {
  const { edges } = await proposals(variables);
  return edges
    .filter(({ node }) => [one, other].every((id) => node.organisations.some((named) => named.id === id)))
    .map(({ node }) => node.reason);
}

async function similar(id: string, args = ''): Promise<{ id: string; reason: string; similarity: number }[]> {
  const data = await bench.test.data<{
    organisation: { similar: { reason: string; similarity: number; organisation: { id: string } }[] };
  }>(
    `query ($id: ID) { organisation(id: $id) { similar${args} { reason explanation similarity organisation { id } } } }`,
    {
      variables: { id },
    },
  );
  return data.organisation.similar.map(({ organisation, ...rest }) => ({ id: organisation.id, ...rest }));
}

const all = Object.freeze({ first: 200, reasons: ['CHAPTER'] });

describe('proposed as one, with the reason', () => {
  it.each([
    ['Amber Coast Forum', 'AMBER COAST FORUM (ACF)', 'SAME_NAME'],
    ['Birch & Stone Network', 'Birch and Stone Network', 'SAME_NAME'],
    ['Copper Valley Wardens', 'Coper Valley Wardens', 'SPELLING'],
    ['Fjord Keepers', 'FjordKeepers', 'SPELLING'],
    ['Mujeres del Altiplano', 'Women of the Altiplano', 'OTHER_LANGUAGE'],
    ['Товарищество Зеленый Мост', 'Tovarishchestvo Zeleny Most', 'OTHER_LANGUAGE'],
    ['Juniper Legal Aid Fund', 'Juniper Legal Aid Fund, Northern Office', 'PART_OF_NAME'],
    ['Harvest Gate Initiative Kenya', 'Harvest Gate Initiative', 'SAME_NAME_WITHOUT_COUNTRY'],
    ['XYLQ', 'Xanthe Yellow Lily Quorum (XYLQ)', 'SAME_ACRONYM'],
  ])('are %s and %s: %s', async (one, other, reason) => {
    const ids = [
      await bench.organisation({ name: one, country: 'KE' }),
      // The registry does not take the same name twice: the second one's country is not known.
      await bench.organisation({ name: other, country: reason === 'SAME_NAME' ? null : 'KE' }),
    ] as const;
    expect(await reasonsFor(...ids)).toEqual([reason]);
    expect(await similar(ids[0])).toContainEqual(expect.objectContaining({ id: ids[1], reason }));
    expect(await similar(ids[1])).toContainEqual(expect.objectContaining({ id: ids[0], reason }));
  });
});

describe('not proposed', () => {
  it.each([
    ['Walnut Lawyers Collective', 'Saffron Farmers Assembly'],
    ['Assembly of 12', 'Assembly of 13'],
    ['Confederation of Boatbuilders of Cameroon', 'Confederation of Boatbuilders of Senegal'],
  ])('are %s and %s', async (one, other) => {
    const ids = [await bench.organisation({ name: one }), await bench.organisation({ name: other })] as const;
    expect(await reasonsFor(...ids)).toEqual([]);
  });

  it('is a chapter with its parent', async () => {
    const parentId = await bench.organisation({ name: 'Teal Heron Society' });
    const chapter = await bench.organisation({ name: 'Teal Heron Society', country: 'BO', parentId });
    expect(await reasonsFor(parentId, chapter)).toEqual([]);
    expect(await reasonsFor(parentId, chapter, all)).toEqual([]);
    expect((await similar(parentId)).map(({ id }) => id)).not.toContain(chapter);
  });

  it('are chapters of one name in two countries, unless somebody asks for what could be a chapter', async () => {
    const ids = [
      await bench.organisation({ name: 'Indigo Crane Circle', country: 'BO' }),
      await bench.organisation({ name: 'Indigo Crane Circle', country: 'PE' }),
    ] as const;
    expect(await reasonsFor(...ids)).toEqual([]);
    expect(await reasonsFor(...ids, all)).toEqual(['CHAPTER']);
    expect(await similar(ids[0])).toEqual([expect.objectContaining({ id: ids[1], reason: 'CHAPTER' })]);
  });
});

describe('organisations that somebody told apart', () => {
  it('are never proposed again, also after their names change', async () => {
    const ids = [
      await bench.organisation({ name: 'Ochre Drum Ensemble' }),
      await bench.organisation({ name: 'Ochre Drums Ensemble' }),
    ] as const;
    expect(await reasonsFor(...ids)).toEqual(['SPELLING']);
    expect((await bench.answer('tellApart', { organisationIds: ids })).organisations).toHaveLength(2);
    expect(await reasonsFor(...ids)).toEqual([]);
    await bench.answer('updateOrganisation', { organisationId: ids[1], name: 'Ochre Drum Ensembles' });
    expect(await reasonsFor(...ids)).toEqual([]);
    expect(await similar(ids[0])).toEqual([]);
    expect(await bench.answer('tellApart', { organisationIds: ids })).toMatchObject({
      __typename: 'TellApartSuccess',
    });
  });

  it.each([[[]], [['one']], [Array.from({ length: 21 }, () => 'many')]])('are 2 to 20 %#', async (kinds) => {
    const organisationIds = [];
    for (const _ of kinds) organisationIds.push(await bench.organisation());
    const before = await bench.stored();
    expect(await bench.answer('tellApart', { organisationIds })).toMatchObject({ field: 'organisationIds' });
    expect(await bench.stored()).toEqual(before);
  });

  it('exist', async () => {
    const known = await bench.organisation();
    for (const id of ['x', '', '00000000-0000-4000-8000-000000000000'])
      expect(await bench.answer('tellApart', { organisationIds: [known, id] })).toMatchObject({
        code: 'NOT_FOUND',
      });
  });
});

describe('what is proposed', () => {
  it('is for administrators', async () => {
    const { coordinator } = await bench.coordinated();
    const codeFor = async (viewer: Viewer | null) =>
      (await bench.test.execute(source, { viewer })).errors?.[0]?.extensions?.['code'];
    expect(await codeFor(null)).toBe('UNAUTHENTICATED');
    expect(await codeFor(coordinator)).toBe('FORBIDDEN');
    expect(await codeFor(bench.test.viewer('nobody@example.org'))).toBe('FORBIDDEN');
    expect(await codeFor(bench.administrator)).toBeUndefined();
  });

  it('is most alike first, each pair once, in pages', async () => {
    const everything = await proposals();
    const similarities = everything.edges.map(({ node }) => node.similarity);
    expect(similarities).toEqual(similarities.toSorted((one, other) => other - one));
    expect(everything.totalCount).toBe(similarities.length);
    const first = await proposals({ first: 3 });
    const rest = await proposals({ first: 200, after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges]).toEqual(everything.edges);
    const pairs = everything.edges.map(({ node }) =>
      node.organisations
        .map(({ id }) => id)
        .toSorted()
        .join(' '),
    );
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('goes when the two are merged', async () => {
    const ids = [
      await bench.organisation({ name: 'Sorrel Bridge' }),
      await bench.organisation({ name: 'Sorel Bridge' }),
    ] as const;
    expect(await reasonsFor(...ids)).toEqual(['SPELLING']);
    await bench.answer('mergeOrganisations', { keepId: ids[0], mergeId: ids[1] });
    expect(await reasonsFor(...ids)).toEqual([]);
  });

  it('comes from two that are registered at the same moment', async () => {
    const ids = await Promise.all([
      bench.organisation({ name: 'Vermilion Gate' }),
      bench.organisation({ name: 'Vermillion Gate' }),
    ]);
    expect(await reasonsFor(ids[0], ids[1])).toEqual(['SPELLING']);
  });

  it('is found anew when the projection is rebuilt', async () => {
    const before = await proposals();
    await bench.reads.deleteFrom('duplicate_proposal').execute();
    await bench.test.subgraph.service.projections.rebuild('names');
    expect(await proposals()).toEqual(before);
  });
});

describe('similar organisations', () => {
  it.each([0, -1, 21])('are not %d', async (first) => {
    const id = await bench.organisation();
    const { errors } = await bench.test.execute(
      'query ($id: ID, $first: Int!) { organisation(id: $id) { similar(first: $first) { reason } } }',
      { variables: { id, first } },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('are found for 50 organisations of one request at most', async () => {
    for (let made = 0; made < 51; made += 1) await bench.organisation();
    const ask = (first: number) =>
      bench.test.execute(`{ organisations(first: ${first}) { edges { node { similar { reason } } } } }`);
    expect((await ask(50)).errors).toBeUndefined();
    expect((await ask(51)).errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('are found for a whole page in as many statements as for one', async () => {
    const count = async (first: number) => {
      const { statements } = await recordStatements(() =>
        bench.test.data(
          `{ organisations(first: ${first}) { edges { node { similar { organisation { name } } } } } }`,
        ),
      );
      return statements.length;
    };
    await bench.test.settled();
    expect(await count(20)).toBe(await count(2));
  });
});
