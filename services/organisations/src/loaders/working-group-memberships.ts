import {
  type ChildRow,
  isUuid,
  type Keyset,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
  rowsByKey,
} from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { WorkingGroupMembership, WorkingGroupRole } from '../types/working-group.js';
import { dayOrToday, holdsOn } from './holds-on.js';
import { listsOnDay } from './lists-on-day.js';
import type { MembershipsChoice } from './memberships-by-organisation.js';

const columns = [
  'working_group_membership.id',
  'working_group_membership.working_group_id as workingGroupId',
  'working_group_membership.organisation_id as organisationId',
  sql<WorkingGroupRole>`working_group_membership.role`.as('role'),
  'working_group_membership.since',
  'working_group_membership.until',
] as const;

/** With the name that the list is ordered by. */
type MembershipRow = WorkingGroupMembership & { readonly name: string };

const byName: Keyset = {
  columns: [
    { column: 'organisation.name', type: 'text' },
    { column: 'working_group_membership.id', type: 'uuid' },
  ],
  direction: 'asc',
};

export function workingGroupMembershipsById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('working_group_membership')
      .select(columns)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}

/** Who chairs a working group on a day, who came first before the others. */
export function chairsOnDay(reads: Reads<Tables>) {
  return listsOnDay(reads, (workingGroupId, day) =>
    reads
      .selectFrom('working_group_membership')
      .select(columns)
      .where('working_group_membership.working_group_id', '=', workingGroupId)
      .where('working_group_membership.role', '=', 'CHAIR')
      .where(holdsOn('working_group_membership', day))
      .orderBy('working_group_membership.since')
      .orderBy('working_group_membership.id'),
  );
}

/** Who is in working groups on a day, chairs too, by name of the organisation. */
export function membersByWorkingGroup(
  reads: Reads<Tables>,
): PageSource<MembershipsChoice, MembershipRow & ChildRow, MembershipRow> {
  const members = ({ asOf }: MembershipsChoice) =>
    reads
      .selectFrom('working_group_membership')
      .innerJoin('organisation', 'organisation.id', 'working_group_membership.organisation_id')
      .where(holdsOn('working_group_membership', dayOrToday(asOf)));
  return {
    name: 'working-group-members',
    keyOf: ({ name, id }) => [name, id],
    nodeOf: (row) => row,
    rows: ({ parents, filter, after, size }) =>
      pagesByParent(reads, parents, (parent) =>
        pageOf(
          members(filter)
            .where('working_group_membership.working_group_id', '=', parent)
            .select([...columns, 'organisation.name as name']),
          byName,
          after,
          size,
        ),
      ),
    counts: (parents, filter) =>
      members(filter)
        .where('working_group_membership.working_group_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('working_group_membership.working_group_id')
        .select([
          'working_group_membership.working_group_id as parent',
          sql<number>`count(*)::int`.as('count'),
        ])
        .execute(),
  };
}
