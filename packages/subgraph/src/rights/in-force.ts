import { type RawBuilder, sql } from 'kysely';

/**
 * Whether a mandate holds today, in UTC by the database's clock, as a condition on a row with `starts_on` and `ends_on`.
 * Both days count. So a mandate begins and ends in every service at the same moment, without anything being told.
 */
export const isInForce: RawBuilder<boolean> = sql<boolean>`(
  (starts_on is null or starts_on <= (hub_now() at time zone 'UTC')::date)
  and (ends_on is null or ends_on >= (hub_now() at time zone 'UTC')::date))`;
