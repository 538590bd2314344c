import { groupsByKey, type Reads } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { sideEventColumns, sideEventOf } from './side-event-row.js';

/** What is held beside events, in the order of beginning. */
export function sideEventsByEvent(reads: Reads<Tables>) {
  return new DataLoader(async (eventIds: readonly string[]) => {
    const rows = await reads
      .selectFrom('side_event')
      .select(sideEventColumns)
      .where('event_id', '=', (eb) => eb.fn.any(eb.val(eventIds)))
      .orderBy('side_event.starts_at')
      .orderBy('side_event.id')
      .execute();
    return groupsByKey(eventIds, rows.map(sideEventOf), ({ eventId }) => eventId);
  });
}
