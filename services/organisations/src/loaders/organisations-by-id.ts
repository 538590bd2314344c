import { isUuid, type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { organisationColumns } from './organisation-columns.js';

export function organisationsById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('organisation')
      .select(organisationColumns)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows, ({ id }) => id);
  });
}
