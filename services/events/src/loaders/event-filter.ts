import { type RawBuilder, sql } from 'kysely';
import { bodyCodeOf, isBodyCode } from '../bodies/body-code.js';
import type { EventFilter } from '../types/filters.js';

/** The condition on `event` and `body` that a filter stands for; an empty list chooses nothing. */
export function matchesEvent(filter: EventFilter | null | undefined): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [];
  if (filter?.bodies) {
    const codes = filter.bodies.map(bodyCodeOf).filter(isBodyCode);
    conditions.push(sql<boolean>`body.code = any(${codes})`);
  }
  if (filter?.from) conditions.push(sql<boolean>`event.ends_on >= ${filter.from}::date`);
  if (filter?.to) conditions.push(sql<boolean>`event.starts_on <= ${filter.to}::date`);
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}
