import type { BusEvent, EventsEvent } from '@coalition-hub/bus';
import { appendUpdates, type NewUpdate, type Projection } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { updateTable } from '../feed/update-table.js';
import { updateOfEvent } from './update-of-event.js';

/** The update feed: clients hold cursors into it, so it only ever grows, and is not rebuilt. */
export function updatesProjection(feed: { wake(eventId: string): void }): Projection {
  return {
    name: 'updates',
    streams: ['events'],
    applyBatch: (tx: Kysely<Tables>, events: readonly BusEvent[]) =>
      appendUpdates(tx, updateTable, (events as readonly EventsEvent[]).flatMap(rowOf)),
    afterCommit(events) {
      const updates = (events as readonly EventsEvent[]).map(updateOfEvent);
      for (const id of new Set(updates.map((update) => update?.eventId))) if (id) feed.wake(id);
    },
  };
}

function rowOf(event: EventsEvent): NewUpdate[] {
  const update = updateOfEvent(event);
  if (update === null) return [];
  const { eventId: subjectId, kind, agendaItemId, deadlineId, deliveryId, sideEventId } = update;
  const facts = {
    agenda_item_id: agendaItemId,
    deadline_id: deadlineId,
    delivery_id: deliveryId,
    side_event_id: sideEventId,
  };
  return [{ subjectId, kind, event, facts }];
}
