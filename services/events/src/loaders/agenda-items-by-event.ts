import { groupsByKey, type Reads } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import type { Tables } from '../entities/tables.js';

/** Agendas, by number: 4 before 10. */
export function agendaItemsByEvent(reads: Reads<Tables>) {
  return new DataLoader(async (eventIds: readonly string[]) => {
    const rows = await reads
      .selectFrom('agenda_item')
      .select(['id', 'number', 'title', 'event_id as eventId'])
      .where('event_id', '=', (eb) => eb.fn.any(eb.val(eventIds)))
      .orderBy('number')
      .execute();
    return groupsByKey(eventIds, rows, ({ eventId }) => eventId);
  });
}
