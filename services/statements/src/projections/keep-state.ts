import { type Kysely, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { StatementEvent } from './update-of-event.js';

/**
 * Keeps what an event says of a statement's state. Openings and closings come in the order of their stream; against
 * deliveries, which come from another, they may be applied in any order with the same result.
 */
export async function keepState(tx: Kysely<Tables>, event: StatementEvent): Promise<void> {
  switch (event.type) {
    case 'SIGNING_OPENED':
      return change(tx, event.data.statementId, {
        open: true,
        closes_at: event.data.closesAt,
        first_opened_number: event.data.revisionNumber,
      });
    case 'SIGNING_CLOSED':
      return change(tx, event.data.statementId, { open: false });
    case 'DELIVERY_RECORDED':
      return change(tx, event.data.statementId, { delivered: true });
  }
}

/** `least` passes over null. */
const leastOpenedNumber = sql<number | null>`
  least(statement_state.first_opened_number, excluded.first_opened_number)`;

interface StateChange {
  readonly open?: boolean;
  readonly closes_at?: string;
  readonly delivered?: boolean;
  readonly first_opened_number?: number;
}

async function change(tx: Kysely<Tables>, statementId: string, state: StateChange): Promise<void> {
  await tx
    .insertInto('statement_state')
    .values({
      statement_id: statementId,
      open: false,
      closes_at: null,
      delivered: false,
      first_opened_number: null,
      ...state,
    })
    .onConflict((conflict) =>
      conflict.column('statement_id').doUpdateSet({ ...state, first_opened_number: leastOpenedNumber }),
    )
    .execute();
}
