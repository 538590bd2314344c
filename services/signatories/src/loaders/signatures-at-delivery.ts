import { pageOf, pagesByParent, type Reads } from '@coalition-hub/subgraph';
import { type Expression, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { SignatureFilter } from '../types/filters.js';
import type { SignatureOrder } from '../types/signature-order.js';
import { matchesFilter } from './signature-filter.js';
import { signatureKey, signatureKeyset } from './signature-keyset.js';
import { entryColumns, signatureOf } from './signature-row.js';
import type { SignatureSource } from './signature-source.js';

/** The list that a statement's latest delivery names, if it is a list of that statement. */
function listAtDelivery(statement: Expression<string>) {
  return sql<string>`(
    select known_delivery.list_id from known_delivery
      join signatory_list as delivered
        on delivered.id = known_delivery.list_id and delivered.statement_id = known_delivery.statement_id
     where known_delivery.statement_id = ${statement}
     order by known_delivery.delivered_on desc, known_delivery.position desc limit 1)`;
}

/** Lists at delivery, with their entries as frozen. */
export function signaturesAtDelivery(reads: Reads<Tables>, order: SignatureOrder): SignatureSource {
  const entries = (statement: Expression<string>, filter: SignatureFilter | null) =>
    reads
      .selectFrom('list_entry')
      .where('list_entry.list_id', '=', listAtDelivery(statement))
      .where(matchesFilter('list_entry', filter));
  return {
    name: `signatures at delivery by ${order}`,
    keyOf: signatureKey[order],
    nodeOf: (row) => signatureOf(row, row.parent),
    rows: ({ parents, filter: { filter, collation }, after, size }) =>
      pagesByParent(reads, parents, (parent) =>
        pageOf(
          entries(parent, filter).select(entryColumns),
          signatureKeyset('list_entry', order, collation),
          after,
          size,
        ),
      ),
    counts: (parents, { filter }) =>
      pagesByParent(reads, parents, (parent) =>
        filter === null
          ? sizeOf(reads, parent)
          : entries(parent, filter).select(sql<number>`count(*)::int`.as('count')),
      ),
  };
}

/** A frozen list says itself how long it is. */
function sizeOf(reads: Reads<Tables>, statement: Expression<string>) {
  return reads
    .selectFrom('signatory_list')
    .where('id', '=', listAtDelivery(statement))
    .select('signatory_list.size as count');
}
