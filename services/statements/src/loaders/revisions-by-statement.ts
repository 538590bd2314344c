import {
  type ChildRow,
  type Keyset,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
  type Rights,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { Revision } from '../types/revision.js';
import { openRevisions } from './open-revisions.js';
import { revisionColumns } from './revision-columns.js';

const byNumber: Keyset = { columns: [{ column: 'revision.number', type: 'integer' }], direction: 'asc' };

/** Revisions of statements, oldest first. */
export function revisionsByStatement(
  reads: Reads<Tables>,
  rights: () => Promise<Rights>,
): PageSource<null, Revision & ChildRow, Revision> {
  return {
    name: 'revisions',
    keyOf: ({ number }) => [number],
    nodeOf: (row) => row,
    async rows({ parents, after, size }) {
      const revisions = openRevisions(reads, await rights()).select(revisionColumns);
      return pagesByParent(reads, parents, (parent) =>
        pageOf(revisions.where('revision.statement_id', '=', parent), byNumber, after, size),
      );
    },
    async counts(parents) {
      return openRevisions(reads, await rights())
        .where('revision.statement_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('revision.statement_id')
        .select(['revision.statement_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute();
    },
  };
}
