import { randomUUID } from 'node:crypto';
import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { startToyWorld, type ToyWorld } from './toy-service/toy-world.js';

let world: ToyWorld;

beforeAll(async () => {
  world = await startToyWorld();
});
afterAll(() => world.test.stop());

interface Page {
  readonly totalCount: number;
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly edges: readonly {
    readonly cursor: string;
    readonly node: { readonly id: string; readonly title: string };
  }[];
}

const query = `query ($boardId: ID!, $first: Int, $after: String) {
  notes(boardId: $boardId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id title } } } }`;

async function pageOf(boardId: string, first?: number | null, after?: string | null): Promise<Page> {
  const variables = { boardId, ...(first !== undefined && { first }), ...(after !== undefined && { after }) };
  return (await world.test.data<{ notes: Page }>(query, { variables })).notes;
}

/** A board with as many notes as titles. */
async function boardWith(titles: readonly string[]): Promise<string> {
  const boardId = randomUUID();
  await sql`insert into board (id) values (${boardId})`.execute(world.reads);
  await addNotes(boardId, titles);
  return boardId;
}

async function addNotes(boardId: string, titles: readonly string[]): Promise<void> {
  await sql`insert into note (id, board_id, title)
    select gen_random_uuid(), ${boardId}, title from unnest(${[...titles]}::text[]) as title`.execute(
    world.reads,
  );
}

async function walk(boardId: string, first: number, between: () => Promise<void> = async () => undefined) {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page = await pageOf(boardId, first, after);
    ids.push(...page.edges.map(({ node }) => node.id));
    if (!page.pageInfo.hasNextPage) return ids;
    after = page.pageInfo.endCursor;
    await between();
  }
}

async function idsInOrder(boardId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from note where board_id = ${boardId} order by title, id`.execute(world.reads);
  return rows.map(({ id }) => id);
}

const tied = Array.from({ length: 50 }, (_, index) => `tie ${Math.floor(index / 20)}`);

test.each([1, 2, 7, 19, 20, 49, 50, 51])(
  'pages of %d join over ties without gap or repeat',
  async (first) => {
    const boardId = await boardWith(tied);
    expect(await walk(boardId, first)).toEqual(await idsInOrder(boardId));
  },
);

test('who walks to the end while rows are added and removed meets every row that stays once', async () => {
  const boardId = await boardWith(tied);
  const staying = await idsInOrder(boardId);
  let round = 0;
  const ids = await walk(boardId, 3, async () => {
    round += 1;
    await addNotes(boardId, [`tie ${round % 3}`, 'before all', 'tie 9']);
    await sql`delete from note where board_id = ${boardId} and title = 'before all'`.execute(world.reads);
    if (round > 100) throw new Error('The end is not reached');
    if (round > 20)
      await sql`delete from note where board_id = ${boardId} and title = 'tie 9'`.execute(world.reads);
  });
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => staying.includes(id))).toEqual(staying);
});

test('a page goes on behind a row that has gone', async () => {
  const boardId = await boardWith(['a', 'b', 'c']);
  const { pageInfo, edges } = await pageOf(boardId, 2);
  await sql`delete from note where id = ${edges[1]?.node.id}`.execute(world.reads);
  expect((await pageOf(boardId, 2, pageInfo.endCursor)).edges.map(({ node }) => node.title)).toEqual(['c']);
});

test('where a page stands', async () => {
  const boardId = await boardWith(['a', 'b', 'c']);
  const first = await pageOf(boardId, 2);
  expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
  expect(first.pageInfo.startCursor).toBe(first.edges[0]?.cursor);
  expect(first.pageInfo.endCursor).toBe(first.edges[1]?.cursor);
  const last = await pageOf(boardId, 2, first.pageInfo.endCursor);
  expect(last).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false, hasPreviousPage: true } });
  const empty = await pageOf(boardId, 2, last.pageInfo.endCursor);
  expect(empty).toMatchObject({
    edges: [],
    pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
  });
});

describe('the page size', () => {
  test('is 20 unless told, null included, and may be 1 to 200', async () => {
    const boardId = await boardWith(Array.from({ length: 201 }, (_, index) => String(index)));
    expect((await pageOf(boardId)).edges).toHaveLength(20);
    expect((await pageOf(boardId, null)).edges).toHaveLength(20);
    expect((await pageOf(boardId, 1)).edges).toHaveLength(1);
    expect(await pageOf(boardId, 200)).toMatchObject({ pageInfo: { hasNextPage: true }, totalCount: 201 });
  });

  test.each([0, -1, 201, 2_147_483_647, -2_147_483_648])(
    '%d is refused, literal or variable',
    async (first) => {
      await expect(pageOf(world.boardId, first)).rejects.toThrow('must be between 1 and 200');
      const { errors } = await world.test.execute(
        `{ notes(boardId: "${world.boardId}", first: ${first}) { totalCount } }`,
      );
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    },
  );

  test.each([1.5, 1e20, '10', true, [1]])('%j is no page size', async (first) => {
    await expect(pageOf(world.boardId, first as number)).rejects.toThrow('BAD_USER_INPUT');
  });
});

test('pages of many lists take one statement, and one more for all counts', async () => {
  const boards = await Promise.all(['a', 'b', 'c'].map((title) => boardWith([title, title])));
  const fields = boards.map(
    (id, index) => `b${index}: notes(boardId: "${id}", first: 1) { totalCount edges { node { id } } }`,
  );
  const { statements } = await recordStatements(() => world.test.data(`{ ${fields.join(' ')} }`));
  expect(statements).toHaveLength(2);
});
