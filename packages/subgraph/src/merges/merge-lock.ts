import { sql } from 'kysely';
import type { AnyDatabase } from '../outbox/any-database.js';

const mergeLock = sql`hashtextextended('merges of organisations', 0)`;

/**
 * Keeps organisations the ones they are until the end of the transaction, together with all others who refer to some.
 * Take it before any other lock, and before reading which organisation is meant.
 */
export async function holdMerges(db: AnyDatabase): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${mergeLock})`.execute(db);
}

/** Waits until nobody is referring to an organisation, and keeps everybody out until the end of the transaction. */
export async function takeMerges(db: AnyDatabase): Promise<void> {
  await sql`select pg_advisory_xact_lock(${mergeLock})`.execute(db);
}
