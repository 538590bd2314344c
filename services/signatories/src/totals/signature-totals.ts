import type { TotalsTable } from '@coalition-hub/subgraph';

/** How many signatures current lists show, by all that a list can be filtered by. */
export const signatureTotals: TotalsTable = {
  name: 'signature_total',
  owner: 'statement_id',
  keys: ['statement_id', 'country', 'region', 'person', 'late', 'provenance'],
};
