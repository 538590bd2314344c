import { randomUUID } from 'node:crypto';
import { Database } from '@coalition-hub/subgraph';
import { createTestDatabase, type TestDatabase } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { entities, type Tables } from '../src/entities/tables.js';
import { exportSignatures } from '../src/index.js';
import { Signatories001 } from '../src/migrations/signatories-001.js';
import { definition } from '../src/server.js';

let testDatabase: TestDatabase;
let database: Database<Tables>;

const open = (url: string, migrations = definition.migrations) =>
  Database.open<Tables>({ url, entities, migrations, poolSize: 2, applicationName: 'upgrade' });

const statementId = randomUUID();
const organisationId = randomUUID();

/** A database as the first migration left it, in use. */
beforeAll(async () => {
  testDatabase = await createTestDatabase({ key: 'signatories-of-the-first-migration', migrate: first });
  database = await open(testDatabase.url);
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

async function first(url: string): Promise<void> {
  const old = await open(url, [{ name: 'signatories-001', class: Signatories001 }]);
  await old.migrate();
  await sql`
    insert into signature (id, statement_id, organisation_id, revision_id, revision_digest, name, status, shown, late, signed_on, signed_at)
    values (gen_random_uuid(), ${statementId}, ${organisationId}, gen_random_uuid(), '', 'Early', 'SIGNED', true, false, '2021-01-01', now())`.execute(
    old.reads,
  );
  await sql`insert into signature_count values (${statementId}, 1, now())`.execute(old.reads);
  await old.close();
}

it('keeps what was signed before there were people and reports: signed by mandate, counted as organisations', async () => {
  await database.migrate();
  const rows = [];
  for await (const row of exportSignatures(database.reads, statementId)) rows.push(row);
  expect(rows).toMatchObject([
    { nameAsSigned: 'Early', organisationId, capacity: null, provenance: 'SIGNED_BY_MANDATE' },
  ]);
  const counts = await sql`select count, people from signature_count`.execute(database.reads);
  expect(counts.rows).toEqual([{ count: 1, people: 0 }]);
});
