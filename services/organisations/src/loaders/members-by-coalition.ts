import {
  type ChildRow,
  type Keyset,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
} from '@coalition-hub/subgraph';
import { type Expression, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { MemberFilter } from '../types/filters.js';
import { dayOrToday } from './holds-on.js';
import { heldOn, type MembershipRow, membershipColumns } from './membership-row.js';
import { matchesOrganisation } from './organisation-filter.js';
import { countriesAcross, pageAcrossCountries } from './page-across-countries.js';

export interface MembersChoice {
  /** Day, or null for today. */
  readonly asOf: string | null;
  readonly filter: MemberFilter | null;
}

const byName: Keyset = {
  columns: [
    { column: 'membership.name', type: 'text' },
    { column: 'membership.id', type: 'uuid' },
  ],
  direction: 'asc',
};

/** Members of coalitions by name of the organisation. */
export function membersByCoalition(
  reads: Reads<Tables>,
): PageSource<MembersChoice, MembershipRow & ChildRow, MembershipRow> {
  const members = ({ asOf, filter }: MembersChoice) =>
    reads
      .selectFrom('membership')
      .where(heldOn(asOf))
      .where(matchesOrganisation(filter, 'membership'))
      .where(inRoles(filter));
  return {
    name: 'members',
    keyOf: ({ name, id }) => [name, id],
    nodeOf: (row) => row,
    rows: ({ parents, filter, after, size }) =>
      pagesByParent(reads, parents, (parent) => {
        const of = members(filter).where('membership.coalition_id', '=', parent).select(membershipColumns);
        const countries = countriesAcross(filter.filter);
        if (countries === null) return pageOf(of, byName, after, size);
        const ofCountry = (country: Expression<string>) =>
          pageOf(of.where('membership.country', '=', country), byName, after, size);
        return pageAcrossCountries(reads, countries, ofCountry, byName.direction, size);
      }),
    counts: (parents, { asOf, filter }) =>
      hasTotal(filter)
        ? totalsOf(reads, parents, asOf, filter?.regions ?? null)
        : members({ asOf, filter })
            .where('membership.coalition_id', '=', (eb) => eb.fn.any(eb.val(parents)))
            .groupBy('membership.coalition_id')
            .select(['membership.coalition_id as parent', sql<number>`count(*)::int`.as('count')])
            .execute(),
  };
}

const hasTotal = (filter: MemberFilter | null) => filter?.countries == null && filter?.roles == null;

/** Everybody who had joined by a day and not left before it, without counting them anew. */
function totalsOf(
  reads: Reads<Tables>,
  parents: readonly string[],
  asOf: string | null,
  regions: readonly string[] | null,
) {
  const counted =
    regions === null ? sql<boolean>`whole` : sql<boolean>`(not whole and region = any(${regions}))`;
  return reads
    .selectFrom('membership_total')
    .where('coalition_id', '=', (eb) => eb.fn.any(eb.val(parents)))
    .where(counted)
    .where(sql<boolean>`day <= ${dayOrToday(asOf)}`)
    .groupBy('coalition_id')
    .select(['coalition_id as parent', sql<number>`sum(change)::int`.as('count')])
    .execute();
}

function inRoles(filter: MemberFilter | null): RawBuilder<boolean> {
  return filter?.roles ? sql<boolean>`membership.role = any(${filter.roles})` : sql<boolean>`true`;
}
