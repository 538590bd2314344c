import {
  type ChildRow,
  type PageSource,
  pageOf,
  pagesByParent,
  type Reads,
  type Rights,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { StatementOrder } from '../types/filters.js';
import type { Statement } from '../types/statement.js';
import { statementOrders } from './statement-orders.js';
import { openStatements, type StatementRow, statementColumns, toStatement } from './statement-row.js';

/** Statements of coalitions, newest first. */
export function statementsByCoalition(
  reads: Reads<Tables>,
  rights: () => Promise<Rights>,
): PageSource<null, StatementRow & ChildRow, Statement> {
  const { keyset, keyOf } = statementOrders[StatementOrder.NEWEST];
  return {
    name: 'statements of a coalition',
    keyOf,
    nodeOf: ({ parent: _parent, ...row }) => toStatement(row),
    async rows({ parents, after, size }) {
      const statements = openStatements(reads, await rights()).select(statementColumns);
      return pagesByParent(reads, parents, (parent) =>
        pageOf(statements.where('statement.coalition_id', '=', parent), keyset, after, size),
      );
    },
    async counts(parents) {
      return openStatements(reads, await rights())
        .where('statement.coalition_id', '=', (eb) => eb.fn.any(eb.val(parents)))
        .groupBy('statement.coalition_id')
        .select(['statement.coalition_id as parent', sql<number>`count(*)::int`.as('count')])
        .execute();
    },
  };
}
