import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { sql } from 'kysely';

/** Which organisations exist: a delivery was made by some of them. */
export const knownOrganisations: Projection = {
  name: 'organisations',
  streams: ['organisations'],
  async apply(tx, busEvent: BusEvent) {
    const event = busEvent as OrganisationsEvent;
    if (event.type !== 'ORGANISATION_REGISTERED') return;
    await sql`
      insert into known_organisation (id) values (${event.data.organisationId}) on conflict do nothing`.execute(
      tx,
    );
  },
  async reset(tx) {
    await sql`delete from known_organisation`.execute(tx);
  },
};
