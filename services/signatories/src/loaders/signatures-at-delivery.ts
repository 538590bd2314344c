import {
  type ChildRow,
  type Keyset,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
} from '@coalition-hub/subgraph';
import { type Expression, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { SignatureFilter } from '../types/filters.js';
import type { Signature } from '../types/signature.js';
import { matchesFilter } from './signature-filter.js';
import { entryColumns, type SignatureRow, signatureOf } from './signature-row.js';

const byName: Keyset = {
  columns: [
    { column: 'list_entry.name', type: 'text' },
    { column: 'list_entry.signature_id', type: 'uuid' },
  ],
  direction: 'asc',
};

/** The list that a statement's latest delivery names, if it is a list of that statement. */
function listAtDelivery(statement: Expression<string>) {
  return sql<string>`(
    select known_delivery.list_id from known_delivery
      join signatory_list as delivered
        on delivered.id = known_delivery.list_id and delivered.statement_id = known_delivery.statement_id
     where known_delivery.statement_id = ${statement}
     order by known_delivery.delivered_on desc, known_delivery.position desc limit 1)`;
}

/** Lists at delivery, by name as signed, with their entries as frozen. */
export function signaturesAtDelivery(
  reads: Reads<Tables>,
): PageSource<SignatureFilter | null, SignatureRow & ChildRow, Signature> {
  const entries = (statement: Expression<string>, filter: SignatureFilter | null) =>
    reads
      .selectFrom('list_entry')
      .where('list_entry.list_id', '=', listAtDelivery(statement))
      .where(matchesFilter('list_entry', filter));
  return {
    name: 'signatures at delivery',
    keyOf: ({ name, id }) => [name, id],
    nodeOf: (row) => signatureOf(row, row.parent),
    rows: ({ parents, filter, after, size }) =>
      pagesByParent(reads, parents, (parent) =>
        pageOf(entries(parent, filter).select(entryColumns), byName, after, size),
      ),
    counts: (parents, filter) =>
      pagesByParent(reads, parents, (parent) =>
        entries(parent, filter).select(sql<number>`count(*)::int`.as('count')),
      ),
  };
}
