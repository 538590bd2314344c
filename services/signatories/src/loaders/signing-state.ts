import { sql } from 'kysely';
import type { SigningState } from '../types/signing.js';

/**
 * State of the window that stands as `signing_window`, of the statement that stands as `known_statement`, at
 * `clock.at`. A statement that was never opened is not open, withdrawn or not: nobody learns of a withdrawn draft.
 */
export const signingState = sql<SigningState>`
  case
    when signing_window.statement_id is null then 'NOT_OPEN'
    when known_statement.withdrawn then 'WITHDRAWN'
    when signing_window.closed_at is not null or signing_window.closes_at <= clock.at then 'CLOSED'
    else 'OPEN'
  end`;

/** One reading of the database's clock for a whole statement of SQL; joined, since `hub_now()` moves on. */
export const clock = sql`(select hub_now() as at) as clock`;
