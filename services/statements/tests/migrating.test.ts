import { randomUUID } from 'node:crypto';
import { revisionDigest } from '@coalition-hub/proof';
import { Database } from '@coalition-hub/subgraph';
import { createTestDatabase, type TestDatabase } from '@coalition-hub/testkit';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Tables } from '../src/entities/tables.js';
import { definition } from '../src/index.js';

let server: TestDatabase;

const { entities, migrations } = definition;

/** The database as it was before the given number of migrations were added. */
async function open(migrated: number): Promise<Database<Tables>> {
  const some = migrations.slice(0, migrated);
  const database = await Database.open<Tables>({
    url: server.url,
    entities,
    migrations: some,
    poolSize: 2,
    applicationName: 'statements',
  });
  await database.migrate();
  return database;
}

beforeEach(async () => {
  server = await createTestDatabase({
    key: 'statements before migrating',
    migrate: async (url) => {
      const database = await Database.open({
        url,
        entities,
        migrations: migrations.slice(0, 1),
        poolSize: 2,
        applicationName: 'statements',
      });
      await database.migrate();
      await database.close();
    },
  });
});

afterEach(() => server.drop());

describe('a database that was there before', () => {
  it('has its revisions counted and found, and keeps them as they were signed', async () => {
    const before = await open(1);
    const ids = Array.from({ length: 250 }, () => randomUUID());
    const text = 'We ask for an independent inquiry.';
    const rows = ids.map((id) => ({
      id,
      revision: randomUUID(),
      digest: revisionDigest({ statement: id, number: 1, language: 'en', title: 'Title', text }),
    }));
    const told = JSON.stringify(rows);
    await sql`
      insert into statement select id::uuid, 's-' || id, 'OPEN_LETTER', id::uuid, '{}', 'Title', 1, now(), null
        from jsonb_to_recordset(${told}::jsonb) as told (id text)`.execute(before.reads);
    await sql`
      insert into revision select revision, id, 1, digest, 'en', 'Title', ${text}, now()
        from jsonb_to_recordset(${told}::jsonb) as told (id uuid, revision uuid, digest text)`.execute(
      before.reads,
    );
    await before.close();

    const after = await open(migrations.length);
    const revisions = await after.reads.selectFrom('revision').selectAll().execute();
    expect(revisions).toHaveLength(250);
    expect(new Set(revisions.map(({ word_count }) => word_count))).toEqual(new Set([6]));
    const digests = new Map<string, string>(rows.map(({ id, digest }) => [id, digest]));
    for (const {
      statement_id: statement,
      digest,
      number,
      language,
      title,
      addressees,
      footnotes,
    } of revisions) {
      expect(digest).toBe(digests.get(statement));
      expect(revisionDigest({ statement, number, language, title, text, addressees, footnotes })).toBe(
        digest,
      );
    }
    const { rows: searched } = await sql`
      select from search_document where document @@ websearch_to_tsquery('hub_english', 'inquiries asked')`.execute(
      after.reads,
    );
    expect(searched).toHaveLength(250);
    await expect(after.reads.updateTable('revision').set({ word_count: 0 }).execute()).rejects.toThrow(
      'never changes',
    );
    await after.close();
  });

  it('hears the deadlines of openings again, and nothing else', async () => {
    const before = await open(3);
    await sql`
      insert into projection_cursor (projection, stream, position)
      values ('updates', 'signatories', 7), ('updates', 'statements', 5), ('registry', 'organisations', 3)`.execute(
      before.reads,
    );
    await before.close();
    const after = await open(migrations.length);
    const { rows } = await sql`select stream, position::int from projection_cursor order by stream`.execute(
      after.reads,
    );
    expect(rows).toEqual([
      { stream: 'organisations', position: 3 },
      { stream: 'signatories', position: 0 },
      { stream: 'statements', position: 5 },
    ]);
    await after.close();
  });
});
