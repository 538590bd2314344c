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
        const counted = isAnyReader(rights) && !args.filter ? reads.selectFrom('statement_state') : chosen;
        const count = sql<number>`count(*)::int`.as('count');
        return (await counted.select(count).executeTakeFirstOrThrow()).count;
      },
    },
    args,
  );
}

/** For somebody without rights of their own exactly those statements exist that have a state, see `isPublic`. */
function isAnyReader({ coordinates, mandates }: Rights): boolean {
  return coordinates.size === 0 && mandates.length === 0;
}
