import { type CursorSealer, type Keyset, pageOf, type Reads, rootPage } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { OrganisationOrder, type OrganisationsArgs } from '../types/filters.js';
import { organisationColumns } from './organisation-columns.js';
import { matchesOrganisation } from './organisation-filter.js';
import { organisationsFound } from './organisations-found.js';

const columns = [
  { column: 'organisation.name', type: 'text' },
  { column: 'organisation.id', type: 'uuid' },
] as const;

export function organisationsPage(reads: Reads<Tables>, sealer: CursorSealer, args: OrganisationsArgs) {
  const search = args.filter?.search;
  if (search != null) return organisationsFound(reads, sealer, args, { ...args.filter, search });
  const orderBy = args.orderBy ?? OrganisationOrder.NAME;
  const keyset: Keyset = { columns, direction: orderBy === OrganisationOrder.NAME ? 'asc' : 'desc' };
  const chosen = reads
    .selectFrom('organisation')
    .where('merged_into', 'is', null)
    .where(matchesOrganisation(args.filter));
  return rootPage(
    {
      sealer,
      order: {
        list: JSON.stringify(['organisations', args.filter ?? null, orderBy]),
        keyOf: ({ name, id }: { name: string; id: string }) => [name, id],
      },
      nodeOf: (row) => row,
      rows: (after, size) => pageOf(chosen.select(organisationColumns), keyset, after, size).execute(),
      count: () => totalOf(reads, args),
    },
    args,
  );
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
