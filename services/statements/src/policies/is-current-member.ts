import { sql } from 'kysely';

/** Whether a row of `known_membership` holds today (UTC); both of its days count. */
export const isCurrentMember = sql<boolean>`(
  known_membership.joined_on <= (hub_now() at time zone 'UTC')::date
  and (known_membership.ended_on is null or known_membership.ended_on >= (hub_now() at time zone 'UTC')::date))`;
