import { isUuid, type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { eventColumns, eventOf } from './event-row.js';
import { eventsWithBody } from './events-with-body.js';

export function eventsById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) => {
    const rows = await eventsWithBody(reads)
      .select(eventColumns)
      .where('event.id', '=', (eb) => eb.fn.any(eb.val(ids.filter(isUuid))))
      .execute();
    return rowsByKey(ids, rows.map(eventOf), ({ id }) => id);
  });
}
