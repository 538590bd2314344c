import type { Kysely } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { StatementEvent } from './update-of-event.js';

/**
 * Keeps what an event says of a statement's state. Openings and closings come in the order of their stream; against
 * deliveries, which come from another, they may be applied in any order with the same result.
 */
export async function keepState(tx: Kysely<Tables>, event: StatementEvent): Promise<void> {
  switch (event.type) {
    case 'SIGNING_OPENED':
      return change(tx, event.data.statementId, { open: true });
    case 'SIGNING_CLOSED':
      return change(tx, event.data.statementId, { open: false });
    case 'DELIVERY_RECORDED':
      return change(tx, event.data.statementId, { delivered: true });
  }
}

async function change(
  tx: Kysely<Tables>,
  statementId: string,
  state: { open: boolean } | { delivered: boolean },
): Promise<void> {
  await tx
    .insertInto('statement_state')
    .values({ statement_id: statementId, open: false, delivered: false, ...state })
    .onConflict((conflict) => conflict.column('statement_id').doUpdateSet(state))
    .execute();
}
