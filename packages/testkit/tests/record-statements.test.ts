import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { createTestDatabase, recordStatements, type TestDatabase } from '../src/index.js';

let database: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  database = await createTestDatabase({ key: 'testkit empty', migrate: async () => undefined });
  pool = new pg.Pool({ connectionString: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test('statements are counted once, transaction control and background apart', async () => {
  const { result, statements, transactionControl, background } = await recordStatements(async () => {
    const client = await pool.connect();
    await client.query('begin');
    await client.query({ text: 'select $1::int as one', values: [1] });
    await client.query('commit');
    client.release();
    await pool.query(`select pg_notify('outbox', '')`);
    return (await pool.query<{ two: number }>('select 2 as two')).rows[0]?.two;
  });
  expect(result).toBe(2);
  expect(statements).toEqual(['select $1::int as one', 'select 2 as two']);
  expect(transactionControl).toEqual(['begin', 'commit']);
  expect(background).toEqual([`select pg_notify('outbox', '')`]);
});

test('what comes after is not recorded, not even after a failure', async () => {
  const recording = recordStatements(() => pool.query('select nonsense'));
  await expect(recording).rejects.toThrow('nonsense');
  const { statements } = await recordStatements(async () => undefined);
  await pool.query('select 3');
  expect(statements).toEqual([]);
});
