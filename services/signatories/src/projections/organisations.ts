import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Keeps what signatures copy of organisations. */
export const organisationsProjection: Projection = {
  name: 'organisations',
  streams: ['organisations'],
  async applyBatch(tx: Kysely<Tables>, events: readonly BusEvent[]) {
    const rows = (events as readonly OrganisationsEvent[])
      .filter((event) => event.type === 'ORGANISATION_REGISTERED')
      .map(({ data: { organisationId: id, name, country, region } }) => ({ id, name, country, region }));
    if (rows.length === 0) return;
    await tx
      .insertInto('known_organisation')
      .values(rows)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('known_organisation').execute();
  },
};
