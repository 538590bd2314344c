import { updatedTo } from '@coalition-hub/subgraph';
import { updateTable } from '../feed/update-table.js';

/** Columns of a coalition under the names that the schema gives them, and where its updates stand. */
export const coalitionColumns = [
  'coalition.id',
  'coalition.slug',
  'coalition.name',
  'coalition.purpose',
  updatedTo(updateTable, 'coalition.id').as('updatedTo'),
] as const;
