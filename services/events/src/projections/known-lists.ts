import type { BusEvent, SignatoriesEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { sql } from 'kysely';

/** Frozen lists by id and digest: a delivery names both. */
export const knownLists: Projection = {
  name: 'lists',
  streams: ['signatories'],
  async applyBatch(tx, events: readonly BusEvent[]) {
    const frozen = (events as readonly SignatoriesEvent[]).flatMap(({ type, data }) =>
      type === 'SIGNING_CLOSED'
        ? [{ id: data.listId, statement_id: data.statementId, digest: data.listDigest }]
        : [],
    );
    if (frozen.length === 0) return;
    await sql`
      insert into known_list (id, statement_id, digest)
      select id, statement_id, digest from jsonb_populate_recordset(null::known_list, ${JSON.stringify(frozen)}::jsonb)
      on conflict do nothing`.execute(tx);
  },
  async reset(tx) {
    await sql`delete from known_list`.execute(tx);
  },
};
