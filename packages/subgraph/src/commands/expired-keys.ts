import { sql } from 'kysely';
import { BatchedRemoval } from '../database/batched-removal.js';
import type { Database } from '../database/database.js';
import { EXPIRED_KEYS_LOCK, KIT_LOCKS } from '../outbox/advisory-locks.js';
import { onceOperation } from './run-once.js';

/** How long a repeat with the same key gives the same answer. No client may still be trying after it. */
export const keysKeptDays = 30;

/** Rows per transaction: it holds no lock for long, and leaves little for PostgreSQL to clean up at a time. */
const batch = 1_000;

export interface ExpiredKeysOptions<Tables> {
  readonly database: Pick<Database<Tables>, 'transaction'>;
  readonly report: (error: unknown) => void;
}

/**
 * Removes idempotency keys that nobody can mean any more, once an hour. Of all processes on a database one does it at
 * a time. What was done once for good stays known.
 */
export class ExpiredKeys<Tables> extends BatchedRemoval {
  constructor({ database, report }: ExpiredKeysOptions<Tables>) {
    super({
      ...{ batch, report },
      firstAfterMs: 60_000,
      everyMs: 3_600_000,
      removeBatch: () => removeBatch(database),
    });
  }
}

/** None where another process is at it. Keys that a repeat holds at this moment are left for the next time. */
function removeBatch<Tables>(database: Pick<Database<Tables>, 'transaction'>): Promise<number> {
  return database.transaction(async ({ sql: tx }) => {
    const { rows: locks } = await sql<{ held: boolean }>`
      select pg_try_advisory_xact_lock(${KIT_LOCKS}::int, ${EXPIRED_KEYS_LOCK}::int) as held`.execute(tx);
    if (!locks[0]?.held) return 0;
    const { numAffectedRows = 0n } = await sql`
      delete from idempotency_key as key using (
        select operation, key from idempotency_key
         where operation <> ${onceOperation}
           and created_at < hub_now() - make_interval(days => ${keysKeptDays}::int)
         order by created_at limit ${batch} for update skip locked) as expired
       where key.operation = expired.operation and key.key = expired.key`.execute(tx);
    return Number(numAffectedRows);
  });
}
