import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { sql } from 'kysely';

export const knownBoards: Projection = {
  name: 'boards',
  streams: ['organisations'],
  async apply(tx, busEvent: BusEvent) {
    const event = busEvent as OrganisationsEvent;
    if (event.type !== 'COALITION_CREATED') return;
    await sql`insert into board (id) values (${event.data.coalitionId}) on conflict do nothing`.execute(tx);
  },
  async reset(tx) {
    await sql`delete from board`.execute(tx);
  },
};
