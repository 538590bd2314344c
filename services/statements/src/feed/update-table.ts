import type { FeedTable } from '@coalition-hub/subgraph';

export const updateTable: FeedTable = {
  name: 'statement_update',
  subject: 'statement_id',
  facts: ['revision_id', 'signature_id', 'amendment_id'],
};
