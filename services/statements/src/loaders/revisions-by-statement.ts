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
import type { Revision } from '../types/revision.js';
import { revisionColumns } from './revision-columns.js';

const byNumber: Keyset = { columns: [{ column: 'revision.number', type: 'integer' }], direction: 'asc' };

/** Revisions of statements that the viewer has been shown, oldest first. */
export function revisionsByStatement(reads: Reads<Tables>): PageSource<null, Revision & ChildRow, Revision> {
  return {
    name: 'revisions',
    keyOf: ({ number }) => [number],
    nodeOf: (row) => row,
    rows: ({ parents, after, size }) =>
      pagesByParent(reads, parents, (parent) =>
        pageOf(
          reads.selectFrom('revision').where('revision.statement_id', '=', parent).select(revisionColumns),
          byNumber,
          after,
          size,
        ),
      ),
    counts: (parents) =>
      reads
        .selectFrom('revision')
        .where('revision.statement_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('revision.statement_id')
        .select(['revision.statement_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute(),
  };
}
