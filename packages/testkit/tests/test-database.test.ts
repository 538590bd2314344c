import { describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, setHubTime, type TestDatabase } from '../src/index.js';

let migrations = 0;
const template = {
  key: 'testkit',
  async migrate(url: string): Promise<void> {
    migrations += 1;
    await query(url, 'create table note (text text)');
    await query(
      url,
      `create function hub_now() returns timestamptz language sql volatile as 'select clock_timestamp()'`,
    );
  },
};

async function query<Row extends object>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

async function withDatabase(work: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await createTestDatabase(template);
  try {
    await work(database);
  } finally {
    await database.drop();
  }
}

describe('a test database', () => {
  test('has what the template has, and nothing of another one', async () => {
    await withDatabase(async (one) => {
      await withDatabase(async (two) => {
        await query(one.url, `insert into note values ('mine')`);
        expect(await query(one.url, 'select * from note')).toHaveLength(1);
        expect(await query(two.url, 'select * from note')).toHaveLength(0);
      });
    });
    expect(migrations).toBe(1);
  });

  test('belongs to an ordinary role', async () => {
    await withDatabase(async ({ url, adminUrl }) => {
      const text = 'select rolsuper from pg_roles where rolname = current_user';
      expect(await query(url, text)).toEqual([{ rolsuper: false }]);
      expect(await query(adminUrl, text)).toEqual([{ rolsuper: true }]);
    });
  });

  test('is made anew by each run when its template could not be filled', async () => {
    const failing = { key: 'testkit failing', migrate: () => Promise.reject(new Error('half done')) };
    await expect(createTestDatabase(failing)).rejects.toThrow('half done');
    const mended = { key: 'testkit failing', migrate: template.migrate };
    await (await createTestDatabase(mended)).drop();
  });

  test('cannot be dropped unnoticed while a connection is open, and the complaint quotes no values', async () => {
    const database = await createTestDatabase(template);
    const client = new pg.Client({ connectionString: database.url, application_name: 'forgotten' });
    client.on('error', () => undefined);
    await client.connect();
    await client.query(`select 'private'`);
    const complaint = await database.drop().catch((error: unknown) => String(error));
    expect(complaint).toContain(`forgotten, idle: select '…'`);
    expect(complaint).not.toContain('private');
    await client.end();
  });
});

describe('hub time', () => {
  const now = async (url: string) => {
    const [row] = await query<{ now: Date; real: Date }>(
      url,
      'select hub_now() as now, clock_timestamp() as real',
    );
    return { now: row?.now.getTime() ?? 0, real: row?.real.getTime() ?? 0 };
  };

  test('stands still, runs ahead and comes back', async () => {
    await withDatabase(async ({ url, adminUrl }) => {
      await setHubTime(adminUrl, '2026-12-24T18:00:00Z');
      expect((await now(url)).now).toBe(Date.UTC(2026, 11, 24, 18));
      await setHubTime(adminUrl, 3_600);
      const ahead = await now(url);
      expect(Math.round((ahead.now - ahead.real) / 1_000)).toBe(3_600);
      await setHubTime(adminUrl, null);
      const back = await now(url);
      expect(Math.abs(back.now - back.real)).toBeLessThan(1_000);
    });
  });

  test('holds for a connection that was open before', async () => {
    await withDatabase(async ({ url, adminUrl }) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      const year = async () =>
        (await client.query<{ year: string }>(`select extract(year from hub_now())::text as year`)).rows[0]
          ?.year;
      expect(await year()).not.toBe('2099');
      await setHubTime(adminUrl, '2099-01-01T00:00:00Z');
      expect(await year()).toBe('2099');
      await client.end();
    });
  });
});
