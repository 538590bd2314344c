import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { HubError } from '../hub-error.js';

/** Longer than any statement may run, in ms. */
const patience = 60_000;

/**
 * Waits until every transaction of this role that runs now has ended.
 * @throws HubError when one does not
 */
// biome-ignore lint/suspicious/noExplicitAny: whatever the tables are
export async function outlastTransactions(db: Kysely<any>): Promise<void> {
  const { rows } = await sql<{ now: string }>`select clock_timestamp()::text as now`.execute(db);
  const asked = rows[0]?.now ?? '';
  for (const end = performance.now() + patience; performance.now() < end; await sleep(20)) {
    const { rows: running } = await sql`
      select from pg_stat_activity
       where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
         and xact_start < ${asked}::timestamptz limit 1`.execute(db);
    if (running.length === 0) return;
  }
  throw new HubError('A transaction has been open for a minute. End it, then run the command again.');
}
