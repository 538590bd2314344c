import type { CursorValues, Keyset } from '@coalition-hub/subgraph';
import { StatementOrder } from '../types/filters.js';
import type { StatementRow } from './statement-row.js';

export interface StatementOrdering {
  readonly keyset: Keyset;
  keyOf(row: StatementRow): CursorValues;
}

const byAge = (direction: 'asc' | 'desc'): StatementOrdering => ({
  keyset: {
    columns: [
      { column: 'statement.created_at', type: 'timestamptz' },
      { column: 'statement.id', type: 'uuid' },
    ],
    direction,
  },
  keyOf: ({ createdAt, id }) => [createdAt, id],
});

const byTitle: StatementOrdering = {
  keyset: {
    columns: [
      { column: 'statement.title', type: 'text' },
      { column: 'statement.id', type: 'uuid' },
    ],
    direction: 'asc',
  },
  keyOf: ({ title, id }) => [title, id],
};

export const statementOrders: Readonly<Record<StatementOrder, StatementOrdering>> = {
  [StatementOrder.NEWEST]: byAge('desc'),
  [StatementOrder.OLDEST]: byAge('asc'),
  [StatementOrder.TITLE]: byTitle,
};
