import { randomUUID } from 'node:crypto';
import { Database, type SubgraphDefinition } from '@coalition-hub/subgraph';
import { createTestDatabase, type TestDatabase } from '@coalition-hub/testkit';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { definition } from '../src/index.js';

let database: TestDatabase;

beforeAll(async () => {
  const migrate = (url: string) => migrateTo(url, definition.migrations.slice(0, 1));
  database = await createTestDatabase({ key: 'events-001', migrate });
});
afterAll(() => database.drop());

type Migrations = SubgraphDefinition<object, object, never>['migrations'];

const open = (url: string, migrations: Migrations) =>
  Database.open({
    ...{ url, migrations, entities: definition.entities },
    ...{ poolSize: 2, applicationName: 'events' },
  });

async function migrateTo(url: string, migrations: Migrations): Promise<void> {
  const opened = await open(url, migrations);
  await opened.migrate();
  await opened.close();
}

test('deliveries of before are kept, as read out, and may be recorded again in another form', async () => {
  const [body, event, statement, list] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const before = await open(database.url, definition.migrations.slice(0, 1));
  await sql`insert into body (id, code, name) values (${body}, 'HRC', 'Human Rights Council')`.execute(
    before.reads,
  );
  await sql`insert into event (id, slug, title, body_id, starts_on, ends_on, place)
    values (${event}, 'hrc51', 'Session', ${body}, '2022-09-12', '2022-10-07', 'Geneva')`.execute(
    before.reads,
  );
  const delivered = sql`statement_id, event_id, list_id, list_digest, delivered_on, delivered_by_ids`;
  const values = sql`${statement}::uuid, ${event}::uuid, ${list}::uuid, 'a', '2022-09-27'::date, array[${body}::uuid]`;
  await sql`insert into delivery (id, ${delivered}) select ${randomUUID()}::uuid, ${values}`.execute(
    before.reads,
  );
  await before.close();

  await migrateTo(database.url, definition.migrations);
  const after = await open(database.url, definition.migrations);
  const { rows: kept } = await sql`
    select mode, speaker_id, on_behalf_of_ids, reference, addressees from delivery`.execute(after.reads);
  expect(kept).toEqual([
    { mode: 'ORAL', speaker_id: null, on_behalf_of_ids: [], reference: null, addressees: null },
  ]);
  const again = (mode: string) =>
    sql`insert into delivery (id, mode, ${delivered}) select ${randomUUID()}::uuid, ${mode}, ${values}`.execute(
      after.reads,
    );
  await again('WRITTEN');
  await expect(again('ORAL')).rejects.toThrow('delivery_once');
  await after.close();
});
