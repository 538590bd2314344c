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
import type { Signature } from '../types/signature.js';
import {
  type SignatureRowWithStatement,
  signatureColumnsWithStatement,
  signatureOf,
} from './signature-row.js';

const newestFirst: Keyset = {
  columns: [
    { column: 'signature.signed_on', type: 'date' },
    { column: 'signature.id', type: 'uuid' },
  ],
  direction: 'desc',
};

/** What organisations signed and current lists show, newest day first: their names would order nothing. */
export function signaturesByOrganisation(
  reads: Reads<Tables>,
): PageSource<null, SignatureRowWithStatement & ChildRow, Signature> {
  const signatures = () => reads.selectFrom('signature').where(sql<boolean>`signature.shown`);
  return {
    name: 'signatures of an organisation',
    keyOf: ({ signedOn, id }) => [signedOn, id],
    nodeOf: (row) => signatureOf(row, row.statementId),
    rows: ({ parents, after, size }) =>
      pagesByParent(reads, parents, (parent) =>
        pageOf(
          signatures().where('signature.organisation_id', '=', parent).select(signatureColumnsWithStatement),
          newestFirst,
          after,
          size,
        ),
      ),
    counts: (parents) =>
      signatures()
        .where('signature.organisation_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('signature.organisation_id')
        .select([sql<string>`signature.organisation_id`.as('parent'), sql<number>`count(*)::int`.as('count')])
        .execute(),
  };
}
