import { type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { deadlineColumns } from './deadline-row.js';

export function deadlinesById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('deadline')
      .select(deadlineColumns)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}
