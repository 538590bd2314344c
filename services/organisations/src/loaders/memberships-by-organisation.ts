import {
  type ChildRow,
  type Keyset,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { coalitionMembershipColumns, heldOn, type MembershipRow } from './membership-row.js';

export interface MembershipsChoice {
  /** Day, or null for today. */
  readonly asOf: string | null;
}

const byName: Keyset = {
  columns: [
    { column: 'coalition.name', type: 'text' },
    { column: 'membership.id', type: 'uuid' },
  ],
  direction: 'asc',
};

/** Coalitions that organisations belong to, by name of the coalition. */
export function membershipsByOrganisation(
  reads: Reads<Tables>,
): PageSource<MembershipsChoice, MembershipRow & ChildRow, MembershipRow> {
  const memberships = ({ asOf }: MembershipsChoice) =>
    reads
      .selectFrom('membership')
      .innerJoin('coalition', 'coalition.id', 'membership.coalition_id')
      .where(heldOn(asOf));
  return {
    name: 'memberships',
    keyOf: ({ name, id }) => [name, id],
    nodeOf: (row) => row,
    rows: ({ parents, filter, after, size }) =>
      pagesByParent(reads, parents, (parent) =>
        pageOf(
          memberships(filter)
            .where('membership.organisation_id', '=', parent)
            .select(coalitionMembershipColumns),
          byName,
          after,
          size,
        ),
      ),
    counts: (parents, filter) =>
      memberships(filter)
        .where('membership.organisation_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('membership.organisation_id')
        .select(['membership.organisation_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute(),
  };
}
