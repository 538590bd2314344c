import { randomUUID } from 'node:crypto';
import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StatementsHub } from './statements-hub.js';

let hub: StatementsHub;
const titles = ['Émigration', 'echo', 'Zenith', 'alpha', 'Beta', 'Alpha', 'alpha'];

beforeAll(async () => {
  hub = await StatementsHub.start();
  for (const [index, title] of titles.entries()) {
    const kind = index % 2 === 0 ? 'JOINT_STATEMENT' : 'OPEN_LETTER';
    const draft = await hub.draft({ title, kind });
    if (index !== 2) await hub.opened(draft.id);
    if (index === 4) await hub.closed(draft.id);
  }
});

afterAll(() => hub.stop());

interface Listed {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly title: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const list = `query ($filter: StatementFilter, $orderBy: StatementOrder, $first: Int, $after: String) {
  statements(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
    totalCount edges { cursor node { title } } pageInfo { hasNextPage endCursor }
  }
}`;

async function statements(variables: object, viewer = hub.coordinator as typeof hub.coordinator | null) {
  const asking = { variables: { ...variables }, viewer };
  return (await hub.test.data<{ statements: Listed }>(list, asking)).statements;
}

async function walked(variables: object): Promise<string[]> {
  const found: string[] = [];
  let after: string | null = null;
  do {
    const page: Listed = await statements({ ...variables, first: 2, after });
    found.push(...page.edges.map(({ node }) => node.title));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}

describe('lists of statements', () => {
  it('come in every order, page by page, each statement once', async () => {
    expect(await walked({})).toEqual([...titles].reverse());
    expect(await walked({ orderBy: 'OLDEST' })).toEqual(titles);
    const byTitle = await walked({ orderBy: 'TITLE' });
    expect(byTitle.map((title) => title.toLowerCase())).toEqual([
      'alpha',
      'alpha',
      'alpha',
      'beta',
      'echo',
      'émigration',
      'zenith',
    ]);
  });

  it('count and show only what is open to the viewer', async () => {
    expect((await statements({})).totalCount).toBe(7);
    const open = await statements({}, null);
    expect(open.totalCount).toBe(6);
    expect(open.edges.map(({ node }) => node.title)).not.toContain('Zenith');
  });

  it('take conditions that add up', async () => {
    const filtered = async (filter: object) =>
      (await statements({ filter })).edges.map(({ node }) => node.title);
    expect(await filtered({ statuses: ['DRAFT'] })).toEqual(['Zenith']);
    expect(await filtered({ statuses: ['CLOSED', 'DRAFT'] })).toEqual(['Beta', 'Zenith']);
    expect(await filtered({ statuses: ['CLOSED'], kinds: ['OPEN_LETTER'] })).toEqual([]);
    expect(await filtered({ kinds: [] })).toEqual([]);
    expect(await filtered({ coalitionId: randomUUID() })).toEqual([]);
    expect(await filtered({ coalitionId: 'no uuid' })).toEqual([]);
    expect(await filtered({ coalitionId: hub.coalitionId })).toHaveLength(7);
  });

  it('refuse foreign cursors and pages out of bounds, as literal and as variable', async () => {
    const [edge] = (await statements({ first: 1 })).edges;
    const cursor = edge?.cursor ?? '';
    const refused = [
      { after: cursor, orderBy: 'TITLE' },
      { after: cursor, filter: { kinds: ['SUBMISSION'] } },
      { after: 'made up' },
      { after: '' },
      { after: `${cursor.slice(0, -2)}AA` },
      { first: 0 },
      { first: -1 },
      { first: 201 },
      { first: 1_000_000_000 },
    ];
    for (const variables of refused) {
      expect(await hub.failure(() => statements(variables))).toBe('BAD_USER_INPUT');
    }
    const literal = '{ statements(first: 1000000000) { totalCount } }';
    expect(await hub.failure(() => hub.test.data(literal))).toBe('BAD_USER_INPUT');
  });

  it('of coalitions come newest first, and a cursor of one is foreign to the other', async () => {
    const other = randomUUID();
    const source = `query ($ids: [_Any!]!, $after: String) { _entities(representations: $ids) {
      ... on Coalition { statements(first: 2, after: $after) { totalCount edges { cursor node { title } } } }
    } }`;
    const read = async (ids: readonly string[], after?: string) => {
      const representations = ids.map((id) => ({ __typename: 'Coalition', id }));
      const variables = { ids: representations, after };
      const asking = { variables, viewer: hub.coordinator };
      return (await hub.test.data<{ _entities: { statements: Listed }[] }>(source, asking))._entities;
    };
    const [own, none] = await read([hub.coalitionId, other]);
    expect(own?.statements).toMatchObject({ totalCount: 7, edges: [{ node: { title: 'alpha' } }, {}] });
    expect(none?.statements).toEqual({ totalCount: 0, edges: [] });
    const cursor = own?.statements.edges[1]?.cursor ?? '';
    const [next] = await read([hub.coalitionId], cursor);
    expect(next?.statements.edges.map(({ node }) => node.title)).toEqual(['Beta', 'alpha']);
    expect(await hub.failure(() => read([other], cursor))).toBe('BAD_USER_INPUT');
  });
});

describe('SQL', () => {
  it('is one statement per entity type and fetch, plus one per count and one for the rights', async () => {
    const source = `{ statements(first: 5) {
      totalCount
      edges { node {
        id slug title status updateCursor coalition { id } coAuthors { id }
        currentRevision { number digest text } revision(number: 1) { number }
      } }
    } }`;
    await hub.test.settled();
    const recorded = await recordStatements(() => hub.test.data(source, { viewer: hub.coordinator }));
    expect(recorded.statements).toHaveLength(4);
    await hub.test.settled();
    const signedOut = await recordStatements(() => hub.test.data(source));
    expect(signedOut.statements).toHaveLength(3);
  });

  it('is constant for nested revisions and for references', async () => {
    const source = `{ statements(first: 7) { edges { node {
      revisions(first: 3) { totalCount edges { node { number statement { slug } } } }
    } } } }`;
    await hub.test.settled();
    const nested = await recordStatements(() => hub.test.data(source));
    expect(nested.statements).toHaveLength(3);
    const { reads } = hub.test.subgraph.service.database;
    const revisions = await reads.selectFrom('revision').select(['id', 'statement_id']).execute();
    const representations = revisions.flatMap(({ id, statement_id }) => [
      { __typename: 'Revision', id },
      { __typename: 'Statement', id: statement_id },
    ]);
    await hub.test.settled();
    const references = await recordStatements(() =>
      hub.test.data(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) {
          ... on Revision { number } ... on Statement { slug }
        } }`,
        { variables: { representations } },
      ),
    );
    expect(references.statements).toHaveLength(2);
  });
});
