import { groupsByKey, isUuid, type Reads } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { deliveryColumns, deliveryOf } from './delivery-row.js';

/** Deliveries of statements, oldest first. */
export function deliveriesByStatement(reads: Reads<Tables>) {
  return new DataLoader(async (statementIds: readonly string[]) => {
    const rows = await reads
      .selectFrom('delivery')
      .select(deliveryColumns)
      .where('statement_id', '=', (eb) => eb.fn.any(eb.val(statementIds.filter(isUuid))))
      .orderBy('delivered_on')
      .orderBy('id')
      .execute();
    return groupsByKey(statementIds, rows.map(deliveryOf), ({ statement }) => statement.id);
  });
}
