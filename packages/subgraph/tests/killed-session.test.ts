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
