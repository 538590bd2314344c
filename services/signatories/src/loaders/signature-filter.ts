import { type RawBuilder, sql } from 'kysely';
import type { SignatureFilter } from '../types/filters.js';

const countryForm = /^[A-Z]{2}$/;

/** The condition that a filter puts on `signature` or `list_entry`; an empty list chooses nothing. */
export function matchesFilter(
  table: 'signature' | 'list_entry',
  filter: SignatureFilter | null,
): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const conditions: RawBuilder<boolean>[] = [];
  if (filter?.countries) {
    const countries = filter.countries.filter((country) => countryForm.test(country));
    conditions.push(sql<boolean>`${column('country')} = any(${countries})`);
  }
  if (filter?.regions) conditions.push(sql<boolean>`${column('region')} = any(${filter.regions})`);
  if (filter?.late != null) conditions.push(sql<boolean>`${column('late')} = ${filter.late}`);
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}
