import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Which organisations are members of which coalition and when, so that a consultation lets the right ones in. */
export const membershipsProjection: Projection = {
  name: 'memberships',
  streams: ['organisations'],
  async applyBatch(tx: Kysely<Tables>, events: readonly BusEvent[]) {
    let admitted: MemberAdmitted[] = [];
    for (const event of events as readonly OrganisationsEvent[]) {
      if (event.type === 'MEMBER_ADMITTED') {
        admitted.push(event.data);
        continue;
      }
      if (!changesMemberships(event)) continue;
      await admit(tx, admitted);
      admitted = [];
      await change(tx, event);
    }
    await admit(tx, admitted);
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('known_membership').execute();
  },
};

type MemberAdmitted = Extract<OrganisationsEvent, { type: 'MEMBER_ADMITTED' }>['data'];

/** Very many may be admitted at once, one after the other: in one statement. */
async function admit(tx: Kysely<Tables>, admitted: readonly MemberAdmitted[]): Promise<void> {
  if (admitted.length === 0) return;
  await sql`
    insert into known_membership (id, coalition_id, organisation_id, joined_on)
    select id, coalition_id, organisation_id, joined_on
      from jsonb_populate_recordset(null::known_membership, ${JSON.stringify(admitted.map(rowOf))}::jsonb)
    on conflict do nothing`.execute(tx);
}

function rowOf({ membershipId, coalitionId, organisationId, joinedOn }: MemberAdmitted) {
  return {
    id: membershipId,
    coalition_id: coalitionId,
    organisation_id: organisationId,
    joined_on: joinedOn,
  };
}

const changesMemberships = ({ type }: OrganisationsEvent) =>
  type === 'MEMBERSHIP_ENDED' || type === 'ORGANISATION_MERGED';

async function change(tx: Kysely<Tables>, event: OrganisationsEvent): Promise<void> {
  switch (event.type) {
    case 'MEMBERSHIP_ENDED':
      return end(tx, event.data);
    case 'ORGANISATION_MERGED':
      await tx
        .updateTable('known_membership')
        .set({ organisation_id: event.data.organisationId })
        .where('organisation_id', '=', event.data.mergedId)
        .execute();
  }
}

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
