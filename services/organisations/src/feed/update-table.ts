import type { FeedTable } from '@coalition-hub/subgraph';

export const updateTable: FeedTable = {
  name: 'coalition_update',
  subject: 'coalition_id',
  facts: ['organisation_id', 'membership_id', 'role_term_id', 'working_group_id'],
};
