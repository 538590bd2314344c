import { createTestDatabase, type TestDatabase } from '@coalition-hub/testkit';
import { busContract } from '@coalition-hub/testkit/bus-contract';
import { afterAll, beforeAll } from '@jest/globals';
import { sql } from 'kysely';
import { outboxTemplate, TestService } from './outbox-service.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(outboxTemplate);
});
afterAll(() => database.drop());

busContract('in process, over the outbox', async () => {
  const service = new TestService(database.url);
  await sql`delete from outbox`.execute(service.db);
  service.outbox.start();
  return {
    bus: service.bus,
    stream: service.stream,
    async commit(events) {
      await service.db.transaction().execute((tx) => service.outbox.record(tx, events));
      service.outbox.committed();
    },
    close: () => service.stop(),
  };
});
