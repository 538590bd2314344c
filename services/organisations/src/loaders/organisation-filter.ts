import { badInput } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import { isCountry } from '../geography/country.js';
import type { PlaceFilter } from '../types/filters.js';

/**
 * The condition on `organisation` that a filter stands for; an empty list chooses nothing.
 * @throws Fault BAD_USER_INPUT for what is no country: an empty answer would look like a fact
 */
export function matchesOrganisation(filter: PlaceFilter | null | undefined): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [];
  if (filter?.countries) {
    if (!filter.countries.every(isCountry)) throw notACountry();
    conditions.push(sql<boolean>`organisation.country = any(${filter.countries})`);
  }
  if (filter?.regions) conditions.push(sql<boolean>`organisation.region = any(${filter.regions})`);
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

function notACountry() {
  return badInput('"countries" takes two-letter codes of ISO 3166-1, such as "ES".');
}
