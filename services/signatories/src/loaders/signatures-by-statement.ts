import {
  type ChildRow,
  type KitTables,
  PreparedQuery,
  pageOf,
  pagesByParent,
  pagesQuery,
  type Reads,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { SignatureFilter } from '../types/filters.js';
import { SignatureOrder } from '../types/signature-order.js';
import { matchesFilter } from './signature-filter.js';
import { signatureKey, signatureKeyset } from './signature-keyset.js';
import { type SignatureRow, signatureColumns, signatureOf } from './signature-row.js';
import type { SignatureSource } from './signature-source.js';

/** What most readers of a statement ask for: the list by name from its beginning, unfiltered. */
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
      signatureKeyset('signature', SignatureOrder.NAME, null),
      null,
      size,
    ),
  ),
);

/** Current lists of statements. Served by `signature_in_order`, `signature_by_country` or `signature_by_date`. */
export function signaturesByStatement(reads: Reads<Tables>, order: SignatureOrder): SignatureSource {
  const signatures = (filter: SignatureFilter | null) =>
    reads
      .selectFrom('signature')
      .where(sql<boolean>`signature.shown`)
      .where(matchesFilter('signature', filter));
  return {
    name: `signatures by ${order}`,
    keyOf: signatureKey[order],
    nodeOf: (row) => signatureOf(row, row.parent),
    rows: ({ parents, filter: { filter, collation }, after, size }) =>
      order === SignatureOrder.NAME && filter === null && collation === null && after === null
        ? firstPages.rows(reads, { parents, size })
        : pagesByParent(reads, parents, (parent) =>
            pageOf(
              signatures(filter).where('signature.statement_id', '=', parent).select(signatureColumns),
              signatureKeyset('signature', order, collation),
              after,
              size,
            ),
          ),
    counts: (parents, { filter }) =>
      reads
        .selectFrom('signature_total')
        .where('statement_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .where(matchesFilter('signature_total', filter))
        .groupBy('statement_id')
        .select(['statement_id as parent', sql<number>`sum(change)::int`.as('count')])
        .execute(),
  };
}
