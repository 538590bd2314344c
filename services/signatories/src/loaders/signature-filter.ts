import { badInput } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import type { SignatureFilter } from '../types/filters.js';
import { SignatoryKind } from '../types/signatory-kind.js';
import type { SignatureTable } from './signature-keyset.js';

const countryForm = /^[A-Z]{2}$/;

/**
 * The condition that a filter puts on `signature` or `list_entry`; an empty list chooses nothing.
 * @throws Fault BAD_USER_INPUT for what is no code of a country: an empty answer would look like a fact
 */
export function matchesFilter(table: SignatureTable, filter: SignatureFilter | null): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const conditions: RawBuilder<boolean>[] = [];
  if (filter?.countries) {
    if (!filter.countries.every((country) => countryForm.test(country))) throw notACountry();
    conditions.push(sql<boolean>`${column('country')} = any(${filter.countries})`);
  }
  if (filter?.regions) conditions.push(sql<boolean>`${column('region')} = any(${filter.regions})`);
  if (filter?.late != null) conditions.push(sql<boolean>`${column('late')} = ${filter.late}`);
  if (filter?.provenance) conditions.push(sql<boolean>`${column('provenance')} = ${filter.provenance}`);
  if (filter?.kind) conditions.push(isOfKind[filter.kind](column('organisation_id')));
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

function notACountry() {
  return badInput('"countries" takes two-letter codes of ISO 3166-1, such as "ES".');
}

const isOfKind: Readonly<Record<SignatoryKind, (organisation: RawBuilder<unknown>) => RawBuilder<boolean>>> =
  {
    [SignatoryKind.ORGANISATION]: (organisation) => sql<boolean>`${organisation} is not null`,
    [SignatoryKind.PERSON]: (organisation) => sql<boolean>`${organisation} is null`,
  };
