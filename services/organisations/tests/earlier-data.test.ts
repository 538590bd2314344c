import { randomUUID } from 'node:crypto';
import { Database } from '@coalition-hub/subgraph';
import { createTestDatabase, type TestDatabase } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Tables } from '../src/entities/tables.js';
import { definition, matchOrganisations } from '../src/index.js';

const { entities, migrations } = definition;
const first = migrations.filter(({ name }) => name === 'organisations-001');

let testDatabase: TestDatabase;
let database: Database<Tables>;

const open = (url: string, some: typeof migrations) =>
  Database.open<Tables>({ url, entities, migrations: some, poolSize: 2, applicationName: 'earlier data' });

async function migrate(url: string, some: typeof migrations): Promise<void> {
  const opened = await open(url, some);
  await opened.migrate();
  await opened.close();
}

const id = randomUUID();

beforeAll(async () => {
  testDatabase = await createTestDatabase({
    key: 'organisations as first released',
    migrate: (url) => migrate(url, first),
  });
  const before = await open(testDatabase.url, first);
  const otherNames = [
    { name: 'Faro Viejo', language: 'es' },
    { name: 'The Lighthouse', language: null },
  ];
  await sql`
    insert into organisation (id, slug, name, other_names, country, identifiers)
    values (${id}, 'old-lighthouse', 'Old Lighthouse & Co', ${JSON.stringify(otherNames)}::jsonb, 'ES', '[]')`.execute(
    before.reads,
  );
  await before.close();
  database = await open(testDatabase.url, migrations);
  await database.migrate();
});

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

describe('an organisation from before names had kinds', () => {
  it('is an association whose other names are what they were, with a kind', async () => {
    const row = await database.reads.selectFrom('organisation').selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      slug: 'old-lighthouse',
      kind: 'ASSOCIATION',
      legal_name: null,
      merged_into: null,
      other_names: [
        { name: 'Faro Viejo', language: 'es', kind: 'OTHER_LANGUAGE' },
        { name: 'The Lighthouse', language: null, kind: 'ALIAS' },
      ],
    });
  });

  it('is found by each of its names', async () => {
    const rows = ['old lighthouse and co', 'FARO VIEJO', 'Lighthouse'].map((name) => ({
      name,
      country: 'ES',
    }));
    expect(await matchOrganisations(database.reads, rows)).toEqual(rows.map(() => ({ certain: id })));
  });
});
