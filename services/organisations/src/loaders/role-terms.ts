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
import type { CoalitionRole, CoalitionRoleTerm } from '../types/role-term.js';
import { holdsOn } from './holds-on.js';
import { listsOnDay } from './lists-on-day.js';

const columns = [
  'role_term.id',
  'role_term.coalition_id as coalitionId',
  'role_term.organisation_id as organisationId',
  sql<CoalitionRole>`role_term.role`.as('role'),
  'role_term.since',
  'role_term.until',
] as const;

export function roleTermsById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('role_term')
      .select(columns)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}

/** Who holds which role of a coalition on a day: chairs first, then co-chairs, then the secretariat. */
export function roleTermsOnDay(reads: Reads<Tables>) {
  return listsOnDay(reads, (coalitionId, day) =>
    reads
      .selectFrom('role_term')
      .select(columns)
      .where('role_term.coalition_id', '=', coalitionId)
      .where(holdsOn('role_term', day))
      .orderBy(sql`role_term.role collate "C"`)
      .orderBy('role_term.since')
      .orderBy('role_term.id'),
  );
}

const bySince: Keyset = {
  columns: [
    { column: 'role_term.since', type: 'date' },
    { column: 'role_term.id', type: 'uuid' },
  ],
  direction: 'asc',
};

/** All terms of coalitions, oldest first. */
export function roleTermsByCoalition(
  reads: Reads<Tables>,
): PageSource<null, CoalitionRoleTerm & ChildRow, CoalitionRoleTerm> {
  return {
    name: 'role-terms',
    keyOf: ({ since, id }) => [since, id],
    nodeOf: (row) => row,
    rows: ({ parents, after, size }) =>
      pagesByParent(reads, parents, (parent) =>
        pageOf(
          reads.selectFrom('role_term').where('role_term.coalition_id', '=', parent).select(columns),
          bySince,
          after,
          size,
        ),
      ),
    counts: (parents) =>
      reads
        .selectFrom('role_term')
        .where('role_term.coalition_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('role_term.coalition_id')
        .select(['role_term.coalition_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute(),
  };
}
