import {
  type ChildRow,
  type Keyset,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
} from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { MemberFilter } from '../types/filters.js';
import { heldOn, type MembershipRow, membershipColumns } from './membership-row.js';
import { matchesOrganisation } from './organisation-filter.js';

export interface MembersChoice {
  /** Day, or null for today. */
  readonly asOf: string | null;
  readonly filter: MemberFilter | null;
}

const byName: Keyset = {
  columns: [
    { column: 'organisation.name', type: 'text' },
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
      .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
      .where(heldOn(asOf))
      .where(matchesOrganisation(filter))
      .where(inRoles(filter));
  return {
    name: 'members',
    keyOf: ({ name, id }) => [name, id],
    nodeOf: (row) => row,
    rows: ({ parents, filter, after, size }) =>
      pagesByParent(reads, parents, (parent) =>
        pageOf(
          members(filter).where('membership.coalition_id', '=', parent).select(membershipColumns),
          byName,
          after,
          size,
        ),
      ),
    counts: (parents, filter) =>
      members(filter)
        .where('membership.coalition_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('membership.coalition_id')
        .select(['membership.coalition_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute(),
  };
}

function inRoles(filter: MemberFilter | null): RawBuilder<boolean> {
  return filter?.roles ? sql<boolean>`membership.role = any(${filter.roles})` : sql<boolean>`true`;
}
