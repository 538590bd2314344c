import {
  type ChildRow,
  type Keyset,
  type KitTables,
  type PageSource,
  PreparedQuery,
  pageOf,
  pagesByParent,
  pagesQuery,
  type Reads,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { SignatureFilter } from '../types/filters.js';
import type { Signature } from '../types/signature.js';
import { matchesFilter } from './signature-filter.js';
import { type SignatureRow, signatureColumns, signatureOf } from './signature-row.js';

const byName: Keyset = {
  columns: [
    { column: 'signature.name', type: 'text' },
    { column: 'signature.id', type: 'uuid' },
  ],
  direction: 'asc',
};

/** What most readers of a statement ask for: the list from its beginning, unfiltered. */
const firstPages = new PreparedQuery<
  Tables & KitTables,
  { parents: readonly string[]; size: number },
  SignatureRow & ChildRow
>((db, { parents, size }) =>
  pagesQuery(parents, (parent) =>
    pageOf(
      db
        .selectFrom('signature')
        .where(sql<boolean>`signature.shown`)
        .where('signature.statement_id', '=', parent)
        .select(signatureColumns),
      byName,
      null,
      size,
    ),
  ),
);

/** Current lists of statements, by name as signed. Served by the index `signature_in_order`. */
export function signaturesByStatement(
  reads: Reads<Tables>,
): PageSource<SignatureFilter | null, SignatureRow & ChildRow, Signature> {
  const signatures = (filter: SignatureFilter | null) =>
    reads
      .selectFrom('signature')
      .where(sql<boolean>`signature.shown`)
      .where(matchesFilter('signature', filter));
  return {
    name: 'signatures',
    keyOf: ({ name, id }) => [name, id],
    nodeOf: (row) => signatureOf(row, row.parent),
    rows: ({ parents, filter, after, size }) =>
      filter === null && after === null
        ? firstPages.rows(reads, { parents, size })
        : pagesByParent(reads, parents, (parent) =>
            pageOf(
              signatures(filter).where('signature.statement_id', '=', parent).select(signatureColumns),
              byName,
              after,
              size,
            ),
          ),
    counts: (parents, filter) =>
      signatures(filter)
        .where('signature.statement_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('signature.statement_id')
        .select(['signature.statement_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute(),
  };
}
