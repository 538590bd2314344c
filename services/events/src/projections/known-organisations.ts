import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { sql } from 'kysely';

/** Which organisations exist: a delivery was made by some of them. */
export const knownOrganisations: Projection = {
  name: 'organisations',
  streams: ['organisations'],
  async applyBatch(tx, events: readonly BusEvent[]) {
    const registered = (events as readonly OrganisationsEvent[]).flatMap(({ type, data }) =>
      type === 'ORGANISATION_REGISTERED' ? [data.organisationId] : [],
    );
    if (registered.length === 0) return;
    await sql`
      insert into known_organisation (id) select unnest(${registered}::uuid[]) on conflict do nothing`.execute(
      tx,
    );
  },
  async reset(tx) {
    await sql`delete from known_organisation`.execute(tx);
  },
};
