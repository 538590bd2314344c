import { type RawBuilder, sql } from 'kysely';
import type { OrganisationFilter } from '../types/filters.js';

/** The condition on `organisation` that a filter stands for; an empty list chooses nothing. */
export function matchesOrganisation(filter: OrganisationFilter | null | undefined): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [];
  if (filter?.countries) conditions.push(sql<boolean>`organisation.country = any(${filter.countries})`);
  if (filter?.regions) conditions.push(sql<boolean>`organisation.region = any(${filter.regions})`);
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}
