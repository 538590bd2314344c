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
import type { Amendment } from '../types/amendment.js';
import type { AmendmentState } from '../types/amendment-state.js';
import { type AmendmentRow, amendmentColumns, toAmendment } from './amendment-row.js';
import { openAmendments } from './open-amendments.js';

const byAge: Keyset = {
  columns: [
    { column: 'amendment.proposed_at', type: 'timestamptz' },
    { column: 'amendment.id', type: 'uuid' },
  ],
  direction: 'asc',
};

/** Amendments to statements in some states (null for any), oldest first. */
export function amendmentsByStatement(
  reads: Reads<Tables>,
  rights: () => Promise<Rights>,
): PageSource<readonly AmendmentState[] | null, AmendmentRow & ChildRow, Amendment> {
  const chosen = async (states: readonly AmendmentState[] | null) =>
    openAmendments(reads, await rights()).where(
      states === null ? sql<boolean>`true` : sql<boolean>`amendment.state = any (${states}::text[])`,
    );
  return {
    name: 'amendments',
    keyOf: ({ proposedAt, id }) => [proposedAt, id],
    nodeOf: ({ parent: _parent, ...row }) => toAmendment(row),
    async rows({ parents, filter, after, size }) {
      const amendments = (await chosen(filter)).select(amendmentColumns);
      return pagesByParent(reads, parents, (parent) =>
        pageOf(amendments.where('amendment.statement_id', '=', parent), byAge, after, size),
      );
    },
    async counts(parents, filter) {
      return (await chosen(filter))
        .where('amendment.statement_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('amendment.statement_id')
        .select(['amendment.statement_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute();
    },
  };
}
