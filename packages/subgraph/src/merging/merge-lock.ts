import { setTimeout } from 'node:timers/promises';
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

/**
 * Waits until nobody is referring to an organisation, and keeps everybody out until the end of the transaction. Whoever
 * comes while it queues waits behind it; so it queues for a moment only, in which those who sign are done, and lets
 * everybody pass where somebody has more to do, such as a long import. It never gives up.
 */
export async function takeMerges(db: AnyDatabase): Promise<void> {
  while (!(await tookInTime(db))) await setTimeout(pauseMs);
}

/** What anybody else is made to wait at most, in milliseconds. */
const queueingMs = 250;

const pauseMs = 500;

/** Whether the lock was taken before `queueingMs` had passed; the transaction can go on either way. */
async function tookInTime(db: AnyDatabase): Promise<boolean> {
  await sql`savepoint queueing_for_merges`.execute(db);
  await sql`set local lock_timeout = ${sql.lit(queueingMs)}`.execute(db);
  try {
    await sql`select pg_advisory_xact_lock(${mergeLock})`.execute(db);
  } catch (error) {
    if (!isLockTimeout(error)) throw error;
    await sql`rollback to savepoint queueing_for_merges`.execute(db);
    return false;
  }
  await sql`set local lock_timeout to default`.execute(db);
  await sql`release savepoint queueing_for_merges`.execute(db);
  return true;
}

/** PostgreSQL's `lock_not_available`. */
function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}
