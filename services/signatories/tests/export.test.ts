import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { recordStatements } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type ExportedSignature, exportSignatures } from '../src/index.js';
import { type KnownStatement, type SignatoriesWorld, startSignatoriesWorld } from './signatories-world.js';

let world: SignatoriesWorld;
let statement: KnownStatement;

const many = 10_000;

beforeAll(async () => {
  world = await startSignatoriesWorld();
  statement = await world.statement();
  await world.open(statement);
  await sql`
    insert into known_organisation (id, name, country, region)
    select gen_random_uuid(), 'Sample organisation ' || lpad(number::text, 5, '0'), 'ES', 'EUROPE'
      from generate_series(1, ${many - 1}) as number`.execute(world.reads);
  const { rows } = await sql<{ id: string }>`select id from known_organisation`.execute(world.reads);
  const people = [{ person: { name: 'Amina Example', capacity: 'Chair' } }];
  await world.import(statement, [...rows.map(({ id }) => ({ organisationId: id })), ...people]);
  await world.test.settled();
}, 60_000);

afterAll(() => world.test.stop());

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

function all(list?: 'CURRENT' | 'AT_DELIVERY'): Promise<ExportedSignature[]> {
  return collected(exportSignatures(world.reads, statement.id, list));
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Bytes in use by JavaScript after a forced collection. */
function heapInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

describe('a list of ten thousand', () => {
  it('is exported in pages, in order, each signature once', async () => {
    const { result, statements } = await recordStatements(() => all());
    expect(result).toHaveLength(many);
    expect(statements).toHaveLength(many / 1_000);
    expect(new Set(result.map(({ id }) => id)).size).toBe(many);
    expect(result[0]).toEqual({
      id: expect.any(String),
      ...{ nameAsSigned: 'Amina Example', countryAsSigned: null, organisationId: null, capacity: 'Chair' },
      ...{ provenance: 'REPORTED_BY_COORDINATOR', revisionId: statement.revisionIds[0] },
      ...{ status: 'SIGNED', signedOn: new Date().toISOString().slice(0, 10), late: false },
    });
    const names = result.map(({ nameAsSigned }) => nameAsSigned);
    expect(names.every((name, index) => index === 0 || name > (names[index - 1] ?? ''))).toBe(true);
  });

  it('is exported as it was delivered', async () => {
    expect(await all('AT_DELIVERY')).toEqual([]);
    const { list } = await world.close(statement);
    expect(list).toMatchObject({ size: many, people: 1 });
    if (list) await world.deliver(statement.id, list);
    expect(await all('AT_DELIVERY')).toEqual(await all());
  });

  it('is empty for what does not exist', async () => {
    for (const id of [randomUUID(), 'nonsense'])
      expect(await collected(exportSignatures(world.reads, id))).toEqual([]);
  });

  it('counts the same from its events as from its rows', async () => {
    expect(await world.counted(statement.id)).toMatchObject({ public: many - 1, people: 1 });
    await world.test.subgraph.service.projections.rebuild('signature-counts');
    expect(await world.counted(statement.id)).toMatchObject({ public: many - 1, people: 1 });
  });

  it.each([{}, { orderBy: 'COUNTRY' }, { orderBy: 'DATE', locale: 'sv' }])(
    'is paged through with memory flat (%j)',
    async (variables) => {
      let seen = 0;
      const heaps: number[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await world.signatures(statement.id, { ...variables, after });
        seen += page.nodes.length;
        if (seen % 2_000 === 0) heaps.push(heapInUse());
        ({ endCursor: after, hasNextPage: more } = page.pageInfo);
      }
      expect(seen).toBe(many);
      const growth = Math.max(...heaps.slice(1)) - (heaps[0] ?? 0);
      console.info(`paging ${JSON.stringify(variables)}: heap grew by ${Math.round(growth / 1_024)} kB`);
      expect(growth).toBeLessThan(8 * 1_024 * 1_024);
    },
    60_000,
  );
});
