import { isUuid, type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { signatureColumnsWithStatement, signatureOf } from './signature-row.js';

/** Also those that lists do not show any more: the feed of a statement names them when they are withdrawn. */
export function signaturesById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('signature')
      .select(signatureColumnsWithStatement)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    const signatures = rows.map((row) => signatureOf(row, row.statementId));
    return rowsByKey(ids, signatures, ({ id }) => id);
  });
}
