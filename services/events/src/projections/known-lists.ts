import type { BusEvent, SignatoriesEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { sql } from 'kysely';

/** Frozen lists by id and digest: a delivery names both. */
export const knownLists: Projection = {
  name: 'lists',
  streams: ['signatories'],
  async apply(tx, busEvent: BusEvent) {
    const event = busEvent as SignatoriesEvent;
    if (event.type !== 'SIGNING_CLOSED') return;
    const { listId, statementId, listDigest } = event.data;
    await sql`
      insert into known_list (id, statement_id, digest) values (${listId}, ${statementId}, ${listDigest})
      on conflict do nothing`.execute(tx);
  },
  async reset(tx) {
    await sql`delete from known_list`.execute(tx);
  },
};
