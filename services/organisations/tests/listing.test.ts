import type { Viewer } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, Workbench } from './workbench.js';

let bench: Workbench;
let coalitionId: string;
let slug: string;
let coordinator: Viewer;

beforeAll(async () => {
  bench = await Workbench.start();
  ({ coalitionId, slug, coordinator } = await bench.coordinated());
  await fill();
});

afterAll(() => bench.stop());

/** In the order of the Unicode Collation Algorithm, which ignores case and accents first and scripts last. */
const members = [
  { name: 'Ångström Fund', country: 'SE', joinedOn: '2020-01-01' },
  { name: 'apple tree', country: 'ES', joinedOn: '2020-01-01', role: 'CHAIR' },
  { name: 'Banana Circle', country: 'MA', joinedOn: '2020-01-01', endedOn: '2021-12-31' },
  { name: 'eclair', country: 'FR', joinedOn: '2022-01-01' },
  { name: 'Éclair', country: 'SN', joinedOn: '2020-01-01', role: 'OBSERVER' },
  { name: 'Zebra', region: 'AFRICA', joinedOn: '2020-01-01' },
  { name: 'Ωmega', joinedOn: '2020-01-01' },
  { name: 'Яблоко', country: 'RU', joinedOn: '2020-01-01' },
  { name: 'العدالة', country: 'EG', joinedOn: '2020-01-01' },
  { name: '正义', country: 'CN', joinedOn: '2020-01-01', role: 'SECRETARIAT' },
];

/** Entered in another order than they are read in. */
async function fill(): Promise<void> {
  for (const { name, country, region, ...stay } of members.toReversed()) {
    const organisationId = await bench.organisation({
      name,
      ...(country && { country }),
      ...(region && { region }),
    });
    const answer = await bench.answer('admitMember', { coalitionId, organisationId, ...stay }, coordinator);
    idOf(answer.membership);
  }
}

interface Listed {
  readonly totalCount: number;
  readonly edges: readonly { cursor: string; node: { organisation: { name: string } } }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string;
    endCursor: string;
  };
}

const query = `query ($slug: String!, $first: Int, $after: String, $asOf: Date, $filter: MemberFilter) {
  coalition(slug: $slug) {
    members(first: $first, after: $after, asOf: $asOf, filter: $filter) {
      totalCount
      edges { cursor node { organisation { name } } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }
}`;

async function list(args: object = {}): Promise<Listed> {
  const variables = { slug, ...args };
  return (await bench.test.data<{ coalition: { members: Listed } }>(query, { variables })).coalition.members;
}

const namesOf = ({ edges }: Listed) => edges.map(({ node }) => node.organisation.name);

describe('the members of a coalition', () => {
  it('are those of today, in the order of their names whatever the script', async () => {
    const today = members.filter(({ endedOn }) => endedOn === undefined).map(({ name }) => name);
    const page = await list();
    expect(namesOf(page)).toEqual(today);
    expect(page.totalCount).toBe(9);
  });

  it.each([
    ['2019-12-31', 0],
    ['2020-01-01', 9],
    ['2021-12-31', 9],
    ['2022-01-01', 9],
    ['2500-01-01', 9],
  ])('as of %s are %d', async (asOf, count) => {
    const page = await list({ asOf });
    expect([page.edges.length, page.totalCount]).toEqual([count, count]);
  });

  it('count both the first and the last day of a stay', async () => {
    expect(namesOf(await list({ asOf: '2021-12-31' }))).toContain('Banana Circle');
    expect(namesOf(await list({ asOf: '2022-01-01' }))).not.toContain('Banana Circle');
    expect(namesOf(await list({ asOf: '2021-12-31' }))).not.toContain('eclair');
    expect(namesOf(await list({ asOf: '2022-01-01' }))).toContain('eclair');
  });

  it.each([
    [{ countries: ['ES'] }, ['apple tree']],
    [{ countries: ['ES', 'RU'] }, ['apple tree', 'Яблоко']],
    [{ countries: ['SE', 'RU', 'ES', 'RU', 'CN', 'PT'] }, ['Ångström Fund', 'apple tree', 'Яблоко', '正义']],
    [{ countries: ['SN', 'EG'], roles: ['OBSERVER'] }, ['Éclair']],
    [{ countries: ['MA'] }, []],
    [{ countries: ['PT'] }, []],
    [{ regions: ['AFRICA'] }, ['Éclair', 'Zebra', 'العدالة']],
    [{ regions: ['EUROPE', 'ASIA'] }, ['Ångström Fund', 'apple tree', 'eclair', 'Яблоко', '正义']],
    [{ roles: ['CHAIR', 'SECRETARIAT'] }, ['apple tree', '正义']],
    [{ regions: ['AFRICA'], roles: ['OBSERVER'] }, ['Éclair']],
    [{ countries: ['ES'], regions: ['AFRICA'] }, []],
    [{ countries: [] }, []],
    [{ regions: [] }, []],
    [{ roles: [] }, []],
  ])('under %j are %j', async (filter, names) => {
    const page = await list({ filter });
    expect(namesOf(page)).toEqual(names);
    expect(page.totalCount).toBe(names.length);
    expect((await list({ filter, first: 1 })).totalCount).toBe(names.length);
  });

  it('of several countries come page by page as in one list', async () => {
    const filter = { countries: ['RU', 'SE', 'ES', 'CN'] };
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed = await list({ filter, first: 1, after });
      seen.push(...namesOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(namesOf(await list({ filter })));
    expect(seen).toHaveLength(4);
  });

  it.each([{}, null, { countries: null, regions: null, roles: null }])('under %j are all', async (filter) => {
    expect((await list({ filter })).totalCount).toBe(9);
  });

  it('by country as of a day are both', async () => {
    expect(namesOf(await list({ filter: { countries: ['MA'] }, asOf: '2021-06-30' }))).toEqual([
      'Banana Circle',
    ]);
  });
});

describe('the coalitions of an organisation', () => {
  it('are those of the day asked for, in the order of their names', async () => {
    const organisationId = await bench.organisation();
    for (const [name, stay] of [
      ['Zeta', { joinedOn: '2020-01-01' }],
      ['alpha', { joinedOn: '2020-01-01' }],
      ['Beta', { joinedOn: '2020-01-01', endedOn: '2020-12-31' }],
    ] as const) {
      const { id } = await bench.coalition(name);
      const input = { coalitionId: id, organisationId, ...stay };
      await bench.answer('admitMember', input, await bench.coordinatorOf(id));
    }
    const source = `query ($id: ID) { organisation(id: $id) {
      now: coalitions { totalCount edges { node { coalition { name } } } }
      in2020: coalitions(asOf: "2020-12-31") { totalCount edges { node { coalition { name } } } }
    } }`;
    const nodes = (...names: string[]) => ({
      totalCount: names.length,
      edges: names.map((name) => ({ node: { coalition: { name } } })),
    });
    expect(await bench.test.data(source, { variables: { id: organisationId } })).toEqual({
      organisation: { now: nodes('alpha', 'Zeta'), in2020: nodes('alpha', 'Beta', 'Zeta') },
    });
  });
});

describe('paging', () => {
  it('reaches every member once, in order', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Listed = await list({ first: 2, after });
      expect(page.pageInfo).toMatchObject({
        hasPreviousPage: after !== null,
        startCursor: page.edges[0]?.cursor,
        endCursor: page.edges.at(-1)?.cursor,
      });
      seen.push(...namesOf(page));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(namesOf(await list()));
  });

  it('reaches what was there at the start while organisations are added before and behind', async () => {
    const source = `query ($after: String, $orderBy: OrganisationOrder) {
      organisations(first: 3, after: $after, orderBy: $orderBy) {
        edges { node { name } } pageInfo { hasNextPage endCursor }
      }
    }`;
    interface Names {
      edges: { node: { name: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    }
    for (const orderBy of ['NAME', 'NAME_DESC']) {
      const start = await bench.test.data<{ organisations: Names }>(
        `{ organisations(first: 200, orderBy: ${orderBy}) { edges { node { name } } pageInfo { hasNextPage } } }`,
      );
      const expected = start.organisations.edges.map(({ node }) => node.name);
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const variables: Record<string, unknown> = { after, orderBy };
        const page = (await bench.test.data<{ organisations: Names }>(source, { variables })).organisations;
        seen.push(...page.edges.map(({ node }) => node.name));
        if (seen.length <= 6) {
          for (const name of ['0', 'Marmalade', 'ﾝ 界']) await bench.organisation({ name: bench.name(name) });
        }
        after = page.pageInfo.endCursor;
        more = page.pageInfo.hasNextPage;
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((name) => expected.includes(name))).toEqual(expected);
    }
  });

  it('goes through coalitions of one name too', async () => {
    let total = 0;
    for (let count = 0; count < 5; count += 1) await bench.coalition('Same Coalition');
    const source = `query ($after: String) {
      coalitions(first: 2, after: $after) { totalCount edges { node { id name } } pageInfo { hasNextPage endCursor } }
    }`;
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { coalitions }: { coalitions: Page } = await bench.test.data(source, { variables: { after } });
      seen.push(...coalitions.edges.map(({ node }) => node.id));
      total = coalitions.totalCount;
      ({ endCursor: after, hasNextPage: more } = coalitions.pageInfo);
    }
    expect(total).toBe(seen.length);
    const all = await bench.test.data<{ coalitions: Page }>(
      '{ coalitions(first: 200) { edges { node { id name } } } }',
    );
    expect(seen).toEqual(all.coalitions.edges.map(({ node }) => node.id));
  });
});

interface Page {
  totalCount: number;
  edges: { node: { id: string; name: string } }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('organisations', () => {
  const source = `query ($filter: OrganisationFilter, $orderBy: OrganisationOrder) {
    organisations(first: 1, filter: $filter, orderBy: $orderBy) { totalCount edges { node { name } } }
  }`;

  it.each([
    [{ countries: ['ES', 'FR'] }, 'NAME', 'apple tree', 2],
    [{ countries: ['ES', 'FR'] }, 'NAME_DESC', 'eclair', 2],
    [{ regions: ['AFRICA'] }, 'NAME_DESC', 'العدالة', 4],
    [{ regions: ['AFRICA'], countries: ['MA'] }, null, 'Banana Circle', 1],
  ])('under %j by %s begin with %s', async (filter, orderBy, name, totalCount) => {
    expect(await bench.test.data(source, { variables: { filter, orderBy } })).toEqual({
      organisations: { totalCount, edges: [{ node: { name } }] },
    });
  });

  it.each([{ countries: [] }, { regions: [] }])('under %j are none', async (filter) => {
    expect(await bench.test.data(source, { variables: { filter } })).toEqual({
      organisations: { totalCount: 0, edges: [] },
    });
  });
});

describe('a question that cannot be meant', () => {
  const codeOf = async (source: string, variables: object = {}) =>
    (await bench.test.execute(source, { variables: { ...variables } })).errors?.[0]?.extensions?.['code'];

  const lists = [
    (args: string) => `organisations(${args}) { edges { node { id } } }`,
    (args: string) => `coalitions(${args}) { edges { node { id } } }`,
    (args: string) => `coalition(slug: "${slug}") { members(${args}) { edges { node { id } } } }`,
    (args: string) => `organisation(slug: "zebra") { coalitions(${args}) { edges { node { id } } } }`,
  ];

  it.each([0, -1, 201, 1_000_000_000, 10_000_000_000, -10_000_000_000, 1.5])(
    'is a page of %d, literal or variable',
    async (first) => {
      const whole = Number.isInteger(first) && Math.abs(first) < 2 ** 31;
      for (const list of lists) {
        const literal = await codeOf(`{ ${list(`first: ${first}`)} }`);
        expect(literal).toBe(whole ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED');
        expect(await codeOf(`query ($n: Int) { ${list('first: $n')} }`, { n: first })).toBe('BAD_USER_INPUT');
      }
    },
  );

  it.each([1, 200])('is not a page of %d', async (first) => {
    for (const list of lists) expect(await codeOf(`{ ${list(`first: ${first}`)} }`)).toBeUndefined();
  });

  it('is a cursor of another list, of other arguments, cut short, altered or made up', async () => {
    const cursor = String((await list({ first: 1 })).pageInfo.endCursor);
    const other = await bench.coordinated();
    const wrong = [
      { slug: other.slug, after: cursor },
      { after: cursor, asOf: '2022-01-01' },
      { after: cursor, filter: { countries: ['ES'] } },
      { after: cursor.slice(0, -4) },
      { after: cursor.slice(0, 20) },
      { after: `${cursor.startsWith('A') ? 'B' : 'A'}${cursor.slice(1)}` },
      { after: '' },
      { after: '\u0000' },
      { after: Buffer.from('["a","b"]').toString('base64url') },
      { after: 'A'.repeat(1_000_000) },
    ];
    for (const variables of wrong) expect(await codeOf(query, { slug, ...variables })).toBe('BAD_USER_INPUT');
    const roots = `query ($after: String) { organisations(after: $after) { totalCount } }`;
    expect(await codeOf(roots, { after: cursor })).toBe('BAD_USER_INPUT');
  });

  it.each([['XX'], ['es'], ['ESP'], [''], ['\u0000'], ['ES', 'XX'], ['\uD800'], ['E'.repeat(1_000_000)]])(
    'is a list of what is no country (%#)',
    async (...countries) => {
      expect(await codeOf(query, { slug, filter: { countries } })).toBe('BAD_USER_INPUT');
      const source = `query ($filter: OrganisationFilter) { organisations(filter: $filter) { totalCount } }`;
      expect(await codeOf(source, { filter: { countries } })).toBe('BAD_USER_INPUT');
    },
  );

  it.each(['2021-02-30', '2021-00-10', '', 'today', '\u0000'])('is a list as of "%s"', async (asOf) => {
    expect(await codeOf(query, { slug, asOf })).toBe('BAD_USER_INPUT');
    expect(await codeOf(query.replace('asOf: $asOf', 'asOf: "2021-02-30"'), { slug })).toBeDefined();
  });
});

describe('an entity that another subgraph points to', () => {
  const source = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on Organisation { name } ... on Coalition { name }
  } }`;

  it('is read by anybody, and null where there is none', async () => {
    const organisation = await bench.organisation({ name: 'Pointed At' });
    const representations = [
      { __typename: 'Organisation', id: organisation },
      { __typename: 'Coalition', id: organisation },
      { __typename: 'Organisation', id: 'x' },
      { __typename: 'Organisation', id: '\u0000' },
      { __typename: 'Coalition', id: '00000000-0000-4000-8000-000000000000' },
    ];
    expect(await bench.test.data(source, { variables: { representations } })).toEqual({
      _entities: [{ name: 'Pointed At' }, null, null, null, null],
    });
  });
});
