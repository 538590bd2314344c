import type { BusEvent, StatementsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { sql } from 'kysely';

/** Which coalition a statement is of: its coordinators record deliveries. */
export const knownStatements: Projection = {
  name: 'statements',
  streams: ['statements'],
  async apply(tx, busEvent: BusEvent) {
    const event = busEvent as StatementsEvent;
    if (event.type !== 'STATEMENT_CREATED') return;
    const { statementId, coalitionId } = event.data;
    await sql`
      insert into known_statement (id, coalition_id) values (${statementId}, ${coalitionId})
      on conflict do nothing`.execute(tx);
  },
  async reset(tx) {
    await sql`delete from known_statement`.execute(tx);
  },
};
