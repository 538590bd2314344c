import { isUuid, type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { deliveryColumns, deliveryOf } from './delivery-row.js';

export function deliveriesById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('delivery')
      .select(deliveryColumns)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows.map(deliveryOf), ({ id }) => id);
  });
}
