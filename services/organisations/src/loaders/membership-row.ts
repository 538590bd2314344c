import { type RawBuilder, sql } from 'kysely';
import type { MembershipRole } from '../types/membership.js';

export interface MembershipRow {
  readonly id: string;
  readonly coalitionId: string;
  readonly organisationId: string;
  readonly role: MembershipRole;
  readonly joinedOn: string;
  readonly endedOn: string | null;
  /** Name that the list is ordered by: the organisation's among members, the coalition's among memberships. */
  readonly name: string;
}

const own = [
  'membership.id',
  'membership.coalition_id as coalitionId',
  'membership.organisation_id as organisationId',
  sql<MembershipRole>`membership.role`.as('role'),
  'membership.joined_on as joinedOn',
  'membership.ended_on as endedOn',
] as const;

export const membershipColumns = [...own, 'membership.name'] as const;

export const coalitionMembershipColumns = [...own, 'coalition.name as name'] as const;

/** Whether a membership holds on a day; today by the database's clock (UTC) for null. */
export function heldOn(day: string | null): RawBuilder<boolean> {
  const on = day === null ? sql`(hub_now() at time zone 'UTC')::date` : sql`${day}::date`;
  return sql<boolean>`(membership.joined_on <= ${on} and (membership.ended_on is null or membership.ended_on >= ${on}))`;
}
