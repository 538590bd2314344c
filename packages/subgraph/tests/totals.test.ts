import { randomUUID } from 'node:crypto';
import type { BusEvent } from '@coalition-hub/bus';
import { createTestDatabase, type TestDatabase } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { AnyDatabase } from '../src/outbox/any-database.js';
import { foldTotals, type TotalsTable } from '../src/totals/fold-totals.js';

const perOwner: TotalsTable = { name: 'total', owner: 'owner', keys: ['owner', 'kind'] };
const ofAll: TotalsTable = { name: 'whole', owner: null, keys: ['kind'] };

let testDatabase: TestDatabase;
let db: AnyDatabase;

beforeAll(async () => {
  testDatabase = await createTestDatabase({
    key: 'totals',
    async migrate(url) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      await client.query('create table total (owner uuid not null, kind text, change integer not null)');
      await client.query('create table whole (kind text, change integer not null)');
      await client.end();
    },
  });
  const pool = new pg.Pool({ connectionString: testDatabase.url, max: 3 });
  pool.on('error', () => undefined);
  db = new Kysely({ dialect: new PostgresDialect({ pool }) });
});

afterAll(async () => {
  await db.destroy();
  await testDatabase.drop();
});

const at = (position: number) => [{ position } as BusEvent];

async function add(
  table: 'total' | 'whole',
  owner: string,
  changes: number,
  kind: string | null,
): Promise<void> {
  await (table === 'total'
    ? sql`insert into total select ${owner}::uuid, ${kind}::text, 1 from generate_series(1, ${changes}::int)`
    : sql`insert into whole select ${kind}::text, 1 from generate_series(1, ${changes}::int)`
  ).execute(db);
}

async function stored(owner: string): Promise<{ kind: string | null; rows: number; sum: number }[]> {
  const { rows } = await sql<{ kind: string | null; rows: number; sum: number }>`
    select kind, count(*)::int as rows, sum(change)::int as sum from total where owner = ${owner}::uuid
     group by kind order by kind nulls last`.execute(db);
  return rows;
}

const fold = (owners: readonly string[], position = 32) =>
  db.transaction().execute((tx) => foldTotals(tx, perOwner, at(position), owners));

describe('folding totals', () => {
  test('puts one row in the place of very many, of each kind, null included', async () => {
    const owner = randomUUID();
    await add('total', owner, 1_500, 'ES');
    await add('total', owner, 600, null);
    await fold([owner, randomUUID()]);
    expect(await stored(owner)).toEqual([
      { kind: 'ES', rows: 1, sum: 1_500 },
      { kind: null, rows: 1, sum: 600 },
    ]);
  });

  test('keeps nothing where nothing is left', async () => {
    const owner = randomUUID();
    await add('total', owner, 2_100, 'ES');
    await sql`update total set change = -1 where ctid in (select ctid from total where owner = ${owner}::uuid limit 1050)`.execute(
      db,
    );
    await fold([owner]);
    expect(await stored(owner)).toEqual([]);
  });

  test.each([
    ['few changes', 2_000, 32],
    ['between the looks', 2_100, 33],
  ])('leaves %s as they are', async (_, changes, position) => {
    const owner = randomUUID();
    await add('total', owner, changes, 'ES');
    await fold([owner], position);
    expect(await stored(owner)).toEqual([{ kind: 'ES', rows: changes, sum: changes }]);
  });

  test('leaves those alone of whom nothing was told', async () => {
    const [told, other] = [randomUUID(), randomUUID()];
    await add('total', told, 2_100, 'ES');
    await add('total', other, 2_100, 'ES');
    await fold([told]);
    expect((await stored(other))[0]?.rows).toBe(2_100);
  });

  test('works for totals of the whole hub', async () => {
    await add('whole', '', 2_500, 'FR');
    await db.transaction().execute((tx) => foldTotals(tx, ofAll, at(64), []));
    const { rows } = await sql`select kind, change from whole`.execute(db);
    expect(rows).toEqual([{ kind: 'FR', change: 2_500 }]);
  });

  test('loses nothing of what others add meanwhile, and waits for nobody', async () => {
    const owner = randomUUID();
    await add('total', owner, 2_100, 'ES');
    const other = await db.startTransaction().execute();
    await sql`insert into total values (${owner}::uuid, 'ES', 1)`.execute(other);
    await fold([owner]);
    await other.commit().execute();
    expect(await stored(owner)).toEqual([{ kind: 'ES', rows: 2, sum: 2_101 }]);
  });
});
