import {
  type CursorSealer,
  type CursorValues,
  type Keyset,
  pageOf,
  type Reads,
  rootPage,
} from '@coalition-hub/subgraph';
import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { OrganisationOrder, type OrganisationsArgs } from '../types/filters.js';
import { organisationColumns } from './organisation-columns.js';
import { matchesOrganisation } from './organisation-filter.js';
import { organisationsFound } from './organisations-found.js';
import { countriesAcross, pageAcrossCountries } from './page-across-countries.js';

const columns = [
  { column: 'organisation.name', type: 'text' },
  { column: 'organisation.id', type: 'uuid' },
] as const;

export function organisationsPage(reads: Reads<Tables>, sealer: CursorSealer, args: OrganisationsArgs) {
  const search = args.filter?.search;
  if (search != null) return organisationsFound(reads, sealer, args, { ...args.filter, search });
  const orderBy = args.orderBy ?? OrganisationOrder.NAME;
  const keyset: Keyset = { columns, direction: orderBy === OrganisationOrder.NAME ? 'asc' : 'desc' };
  return rootPage(
    {
      sealer,
      order: {
        list: JSON.stringify(['organisations', args.filter ?? null, orderBy]),
        keyOf: ({ name, id }: { name: string; id: string }) => [name, id],
      },
      nodeOf: (row) => row,
      rows: (after, size) => rowsOf(reads, args, keyset, after, size),
      count: () => totalOf(reads, args),
    },
    args,
  );
}

function rowsOf(
  reads: Reads<Tables>,
  { filter }: OrganisationsArgs,
  keyset: Keyset,
  after: CursorValues | null,
  size: number,
) {
  const page = (condition: RawBuilder<boolean>) => {
    const chosen = reads.selectFrom('organisation').where('merged_into', 'is', null).where(condition);
    return pageOf(chosen.select(organisationColumns), keyset, after, size);
  };
  const matching = matchesOrganisation(filter);
  const countries = countriesAcross(filter);
  if (countries === null) return page(matching).execute();
  const pageOfCountry = (country: Expression<string>) =>
    page(sql<boolean>`organisation.country = ${country} and ${matching}`);
  return pageAcrossCountries(reads, countries, pageOfCountry, keyset.direction, size).execute();
}

/** Organisations that match, without counting them anew. */
async function totalOf(reads: Reads<Tables>, { filter }: OrganisationsArgs): Promise<number> {
  const { count } = await reads
    .selectFrom('organisation_total')
    .where(matchesOrganisation(filter, 'organisation_total'))
    .select(sql<number>`coalesce(sum(change), 0)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}
