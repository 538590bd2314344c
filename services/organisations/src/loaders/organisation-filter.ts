import { badInput } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import { isCountry } from '../geography/country.js';
import type { PlaceFilter } from '../types/filters.js';

/** Tables that say where organisations are. */
type Placed = 'organisation' | 'membership' | 'organisation_total';

/**
 * The condition on `organisation`, or on what is kept of where organisations are, that a filter stands for; an empty list
 * chooses nothing.
 * @throws Fault BAD_USER_INPUT for what is no country: an empty answer would look like a fact
 */
export function matchesOrganisation(
  filter: PlaceFilter | null | undefined,
  table: Placed = 'organisation',
): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [];
  if (filter?.countries) {
    if (!filter.countries.every(isCountry)) throw notACountry();
    conditions.push(isOneOf(sql.ref(`${table}.country`), filter.countries));
  }
  if (filter?.regions) conditions.push(isOneOf(sql.ref(`${table}.region`), filter.regions));
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Of a single value an index also knows the order of what has it, of several not. */
function isOneOf(column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean> {
  const [first, ...others] = values;
  return first !== undefined && others.length === 0
    ? sql<boolean>`${column} = ${first}`
    : sql<boolean>`${column} = any(${values})`;
}

function notACountry() {
  return badInput('"countries" takes two-letter codes of ISO 3166-1, such as "ES".');
}
