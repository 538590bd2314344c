import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Which organisations and coalitions there are, so that a statement names none that there is not. */
export const registryProjection: Projection = {
  name: 'registry',
  streams: ['organisations'],
  async apply(tx: Kysely<Tables>, busEvent: BusEvent) {
    const event = busEvent as OrganisationsEvent;
    switch (event.type) {
      case 'ORGANISATION_REGISTERED':
        return remember(tx, 'known_organisation', event.data.organisationId);
      case 'COALITION_CREATED':
        return remember(tx, 'known_coalition', event.data.coalitionId);
    }
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('known_organisation').execute();
    await tx.deleteFrom('known_coalition').execute();
  },
};

async function remember(
  tx: Kysely<Tables>,
  table: 'known_organisation' | 'known_coalition',
  id: string,
): Promise<void> {
  await tx
    .insertInto(table)
    .values({ id })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
