import {
  type CursorSealer,
  type Reads,
  type UpdateSource,
  updateColumns,
  updatesAfter,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { EventUpdateKind } from '../types/event-update-kind.js';
import { EventFeedUpdate } from './event-feed-update.js';
import { updateFacts } from './update-facts.js';
import { updateTable } from './update-table.js';

const columns = [
  ...updateColumns(updateTable),
  sql<EventUpdateKind>`kind`.as('kind'),
  'agenda_item_id as agendaItemId',
  'deadline_id as deadlineId',
  'delivery_id as deliveryId',
  'side_event_id as sideEventId',
] as const;

/** Reads the feed. */
export function updateSource(reads: Reads<Tables>, sealer: CursorSealer): UpdateSource<EventFeedUpdate> {
  return {
    async after(eventId, sequence) {
      const updates = reads.selectFrom('event_update').select(columns);
      const rows = await updatesAfter(updates, updateTable, eventId, sequence).execute();
      const facts = updateFacts(reads);
      return rows.map((row) => new EventFeedUpdate(row, facts, sealer));
    },
  };
}
