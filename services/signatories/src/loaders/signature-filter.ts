import { badInput } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import type { SignatureFilter } from '../types/filters.js';
import { SignatoryKind } from '../types/signatory-kind.js';
import { noCountry, type SignatureTable } from './signature-keyset.js';

const countryForm = /^[A-Z]{2}$/;

/** Where a filter chooses rows: of lists, or of how long they are. */
type Filtered = SignatureTable | 'signature_total';

/**
 * The condition that a filter puts on rows; an empty list chooses nothing.
 * @throws Fault BAD_USER_INPUT for what is no code of a country: an empty answer would look like a fact
 */
export function matchesFilter(table: Filtered, filter: SignatureFilter | null): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`);
  const conditions: RawBuilder<boolean>[] = [];
  if (filter?.countries) {
    if (!filter.countries.every((country) => countryForm.test(country))) throw notACountry();
    conditions.push(isOfCountry(column('country'), filter.countries));
  }
  if (filter?.regions) conditions.push(sql<boolean>`${column('region')} = any(${filter.regions})`);
  if (filter?.late != null) conditions.push(sql<boolean>`${column('late')} = ${filter.late}`);
  if (filter?.provenance) conditions.push(sql<boolean>`${column('provenance')} = ${filter.provenance}`);
  if (filter?.kind) conditions.push(isOfKind(table, filter.kind));
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

function notACountry() {
  return badInput('"countries" takes two-letter codes of ISO 3166-1, such as "ES".');
}

/** A single country is looked for as the lists' indexes have it, which then bring its rows in order. */
function isOfCountry(
  column: RawBuilder<unknown>,
  [first, ...others]: readonly string[],
): RawBuilder<boolean> {
  if (first === undefined) return sql<boolean>`false`;
  if (others.length > 0) return sql<boolean>`${column} = any(${[first, ...others]})`;
  return sql<boolean>`(coalesce(${column}, ${sql.lit(noCountry)}) = ${first} and ${column} is not null)`;
}

function isOfKind(table: Filtered, kind: SignatoryKind): RawBuilder<boolean> {
  const isPerson =
    table === 'signature_total'
      ? sql`${sql.ref('signature_total.person')}`
      : sql`${sql.ref(`${table}.organisation_id`)} is null`;
  return kind === SignatoryKind.PERSON ? sql<boolean>`${isPerson}` : sql<boolean>`not (${isPerson})`;
}
