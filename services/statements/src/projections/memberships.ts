import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
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
        return end(tx, event.data);
      case 'ORGANISATION_MERGED':
        await tx
          .updateTable('known_membership')
          .set({ organisation_id: event.data.organisationId })
          .where('organisation_id', '=', event.data.mergedId)
          .execute();
    }
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('known_membership').execute();
  },
};

interface Ended {
  readonly membershipId: string;
  readonly coalitionId: string;
  readonly organisationId: string;
  readonly endedOn: string;
}

/**
 * An organisation is a member once on a day. What else is there of its memberships on that day became one with this
 * membership when two organisations were merged.
 */
async function end(tx: Kysely<Tables>, ended: Ended): Promise<void> {
  const { membershipId, coalitionId, organisationId, endedOn } = ended;
  await sql`
    update known_membership set ended_on = ${endedOn}
     where id = ${membershipId}
        or (coalition_id = ${coalitionId} and organisation_id = ${organisationId}
            and joined_on <= ${endedOn} and (ended_on is null or ended_on > ${endedOn}))`.execute(tx);
}
