import { execFileSync } from 'node:child_process';
import { createTestDatabase, type TestDatabase } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { Database } from '../src/index.js';
import { entities } from './toy-service/tables.js';

let testDatabase: TestDatabase;
let database: Database<object>;

beforeAll(async () => {
  testDatabase = await createTestDatabase({ key: 'empty', migrate: async () => undefined });
  const { url } = testDatabase;
  database = await Database.open({
    ...{ url, entities, migrations: [], poolSize: 1, applicationName: 'killed-session' },
  });
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

test('a transaction whose session is killed gives its connection back', async () => {
  for (let round = 0; round < 3; round += 1) {
    const killed = database.transaction(({ sql: tx }) =>
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx),
    );
    await expect(killed).rejects.toThrow(/terminat/i);
    const { rows } = await database.transaction(({ sql: tx }) => sql`select 1 as one`.execute(tx));
    expect(rows).toEqual([{ one: 1 }]);
  }
});

/** Ends the session from another process while this one waits, so that nothing here can notice before its next query. */
function killUnnoticed(pid: number): void {
  const script = `
    const client = new (require('pg').Client)(process.argv[1]);
    client.connect().then(() => client.query('select pg_terminate_backend($1, 5000)', [process.argv[2]]))
      .then(() => client.end());`;
  execFileSync(process.execPath, ['-e', script, testDatabase.url, String(pid)], { env: {}, timeout: 30_000 });
}

test('a transaction whose session is killed before it begins gives its connection back', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { rows: sessions } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
      database.reads,
    );
    let reached = false;
    killUnnoticed(sessions[0]?.pid ?? 0);
    const killed = database.transaction(async ({ sql: tx }) => {
      await sql`select 1`.execute(tx);
      reached = true;
    });
    await expect(killed).rejects.toThrow(/terminat|ECONNRESET|EPIPE/i);
    expect(reached).toBe(false);
    const { rows } = await database.transaction(({ sql: tx }) => sql`select 1 as one`.execute(tx));
    expect(rows).toEqual([{ one: 1 }]);
  }
});
