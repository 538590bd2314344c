import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Which organisations are members of which coalition and when, so that a consultation lets the right ones in. */
export const membershipsProjection: Projection = {
  name: 'memberships',
  streams: ['organisations'],
  async apply(tx: Kysely<Tables>, busEvent: BusEvent) {
    const event = busEvent as OrganisationsEvent;
    switch (event.type) {
      case 'MEMBER_ADMITTED':
        await tx
          .insertInto('known_membership')
          .values({
            id: event.data.membershipId,
            coalition_id: event.data.coalitionId,
            organisation_id: event.data.organisationId,
            joined_on: event.data.joinedOn,
            ended_on: null,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        return;
      case 'MEMBERSHIP_ENDED':
        await tx
          .updateTable('known_membership')
          .set({ ended_on: event.data.endedOn })
          .where('id', '=', event.data.membershipId)
          .execute();
    }
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('known_membership').execute();
  },
};
