import { groupsByKey, type Reads } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';
import { deadlineColumns } from './deadline-row.js';

/** Deadlines of events, the earliest first. */
export function deadlinesByEvent(reads: Reads<Tables>) {
  return new DataLoader(async (eventIds: readonly string[]) => {
    const rows = await reads
      .selectFrom('deadline')
      .select(deadlineColumns)
      .where('event_id', '=', (eb) => eb.fn.any(eb.val(eventIds)))
      .orderBy('deadline.instant')
      .orderBy('deadline.id')
      .execute();
    return groupsByKey(eventIds, rows, ({ eventId }) => eventId);
  });
}
