import { type Expression, type RawBuilder, sql } from 'kysely';

/** Whether a row with `since` and `until` holds on a day; both days count. */
export function holdsOn(
  table: 'role_term' | 'working_group' | 'working_group_membership',
  day: Expression<unknown>,
): RawBuilder<boolean> {
  const since = sql.ref(`${table}.since`);
  const until = sql.ref(`${table}.until`);
  return sql<boolean>`(${since} <= ${day} and (${until} is null or ${until} >= ${day}))`;
}

/** The day, or today by the database's clock (UTC) for null. */
export function dayOrToday(day: string | null): RawBuilder<string> {
  return day === null ? sql`(hub_now() at time zone 'UTC')::date` : sql`${day}::date`;
}
