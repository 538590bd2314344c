import type { CommandScope } from '@coalition-hub/subgraph';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Key of the lock of one statement's window. */
export function windowLock(statementId: string): RawBuilder<unknown> {
  return sql`hashtextextended(${`signing window ${statementId}`}, 0)`;
}

/**
 * Keeps the window where it is until the end of the transaction, together with all others who sign or withdraw. What
 * is read before it may be outdated: the window is read in a statement of its own afterwards.
 */
export async function holdWindow(
  scope: Pick<CommandScope<Tables>, 'sql'>,
  statementId: string,
): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${windowLock(statementId)})`.execute(scope.sql);
}

/**
 * Waits until nobody signs any more, and keeps everybody out until the end of the transaction. Requests for the lock
 * queue up in order, so a stream of signers cannot starve whoever closes.
 */
export async function takeWindow(db: Kysely<Tables>, statementId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${windowLock(statementId)})`.execute(db);
}
