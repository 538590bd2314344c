import type { FeedTable } from '@coalition-hub/subgraph';

export const updateTable: FeedTable = {
  name: 'event_update',
  subject: 'event_id',
  facts: ['agenda_item_id', 'deadline_id', 'delivery_id', 'side_event_id'],
};
