import { type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { sideEventColumns, sideEventOf } from './side-event-row.js';

export function sideEventsById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await reads
      .selectFrom('side_event')
      .select(sideEventColumns)
      .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
      .execute();
    return rowsByKey(ids, rows.map(sideEventOf), ({ id }) => id);
  });
}
