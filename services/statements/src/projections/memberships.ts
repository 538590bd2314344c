import type { BusEvent, OrganisationsEvent } from '@coalition-hub/bus';
import type { Projection } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Which organisations are members of which coalition and when, so that a consultation lets the right ones in. */
export const membershipsProjection: Projection = {
  name: 'memberships',
  streams: ['organisations'],
  async applyBatch(tx: Kysely<Tables>, busEvents: readonly BusEvent[]) {
    const events = busEvents as readonly OrganisationsEvent[];
    await begin(tx, events);
    await end(tx, events);
  },
  async reset(tx: Kysely<Tables>) {
    await tx.deleteFrom('known_membership').execute();
  },
};

async function begin(tx: Kysely<Tables>, events: readonly OrganisationsEvent[]): Promise<void> {
  const admitted = events.flatMap(({ type, data }) => (type === 'MEMBER_ADMITTED' ? [rowOf(data)] : []));
  if (admitted.length === 0) return;
  await sql`
    insert into known_membership (id, coalition_id, organisation_id, joined_on)
    select id, coalition_id, organisation_id, joined_on
      from jsonb_populate_recordset(null::known_membership, ${JSON.stringify(admitted)}::jsonb)
    on conflict do nothing`.execute(tx);
}

type MemberAdmitted = Extract<OrganisationsEvent, { type: 'MEMBER_ADMITTED' }>['data'];

function rowOf({ membershipId, coalitionId, organisationId, joinedOn }: MemberAdmitted) {
  return {
    id: membershipId,
    coalition_id: coalitionId,
    organisation_id: organisationId,
    joined_on: joinedOn,
  };
}

/** After `begin`: what ends was admitted before, maybe in the same batch. */
async function end(tx: Kysely<Tables>, events: readonly OrganisationsEvent[]): Promise<void> {
  const ended = new Map<string, string>();
  for (const { type, data } of events) {
    if (type === 'MEMBERSHIP_ENDED') ended.set(data.membershipId, data.endedOn);
  }
  if (ended.size === 0) return;
  await sql`
    update known_membership set ended_on = told.day
      from unnest(${[...ended.keys()]}::uuid[], ${[...ended.values()]}::date[]) as told (id, day)
     where known_membership.id = told.id`.execute(tx);
}
