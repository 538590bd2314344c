import type { Keyset, Reads } from '@coalition-hub/subgraph';
import { type Expression, type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { PlaceFilter } from '../types/filters.js';

/** Of more countries than this, any part of a list has some. */
const mostAcross = 10;

/** The countries that a list is put together from, each once; null where it is one list. */
export function countriesAcross(filter: PlaceFilter | null | undefined): readonly string[] | null {
  const countries = [...new Set(filter?.countries ?? [])];
  return countries.length > 1 && countries.length <= mostAcross ? countries : null;
}

// biome-ignore lint/suspicious/noExplicitAny: the tables a page reads are its own affair
type Rows<Row> = SelectQueryBuilder<any, any, Row>;

/**
 * A page put together from the first rows of each country, which an index has in order. Walking the list of all countries
 * until enough are found would walk it to its end where few organisations sit in these.
 *
 * @param pageOfCountry a page with the columns `name` and `id`, of the country that the expression stands for
 */
export function pageAcrossCountries<Row>(
  reads: Reads<Tables>,
  countries: readonly string[],
  pageOfCountry: (country: Expression<string>) => Rows<Row>,
  direction: Keyset['direction'],
  size: number,
): Rows<Row> {
  const pages = sql<Row>`(
    select page.* from unnest(${countries}::text[]) as across (country)
     cross join lateral (${pageOfCountry(sql.ref<string>('across.country'))}) as page)`;
  const listed = reads
    .selectFrom(pages.as<'listed'>(sql`listed`))
    .selectAll('listed')
    .orderBy(sql`listed.name`, direction)
    .orderBy(sql`listed.id`, direction)
    .limit(size + 1);
  // All columns of a row of unknown type are that row.
  return listed as unknown as Rows<Row>;
}
