import type { BusEvent, StatementsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { sql } from 'kysely';

/** Which coalition a statement is of: its coordinators record deliveries. */
export const knownStatements: Projection = {
  name: 'statements',
  streams: ['statements'],
  async applyBatch(tx, events: readonly BusEvent[]) {
    const created = (events as readonly StatementsEvent[]).flatMap(({ type, data }) =>
      type === 'STATEMENT_CREATED' ? [{ id: data.statementId, coalition_id: data.coalitionId }] : [],
    );
    if (created.length === 0) return;
    await sql`
      insert into known_statement (id, coalition_id)
      select id, coalition_id from jsonb_populate_recordset(null::known_statement, ${JSON.stringify(created)}::jsonb)
      on conflict do nothing`.execute(tx);
  },
  async reset(tx) {
    await sql`delete from known_statement`.execute(tx);
  },
};
