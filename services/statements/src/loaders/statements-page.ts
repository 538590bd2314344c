import { type CursorSealer, pageOf, type Reads, type Rights, rootPage } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { StatementOrder, type StatementsArgs } from '../types/filters.js';
import { matchesStatement } from './statement-filter.js';
import { statementOrders } from './statement-orders.js';
import { openStatements, statementColumns, toStatement } from './statement-row.js';

export function statementsPage(
  reads: Reads<Tables>,
  rights: Rights,
  sealer: CursorSealer,
  args: StatementsArgs,
) {
  const orderBy = args.orderBy ?? StatementOrder.NEWEST;
  const { keyset, keyOf } = statementOrders[orderBy];
  const chosen = openStatements(reads, rights).where(matchesStatement(args.filter));
  return rootPage(
    {
      sealer,
      order: { list: JSON.stringify(['statements', args.filter ?? null, orderBy]), keyOf },
      nodeOf: toStatement,
      rows: (after, size) => pageOf(chosen.select(statementColumns), keyset, after, size).execute(),
      count: async () => {
        const { count } = await chosen
          .select(sql<number>`count(*)::int`.as('count'))
          .executeTakeFirstOrThrow();
        return count;
      },
    },
    args,
  );
}
