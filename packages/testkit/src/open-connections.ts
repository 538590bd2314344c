import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { TESTKIT_APPLICATION } from './admin-connection.js';

/** A closed connection's process takes a moment to end. */
const GRACE_MS = 2_000;

/**
 * Connections to a database that are not the testkit's, described without values: application, state, statement.
 * Those that are just closing are waited for.
 */
export async function leakedConnections(admin: pg.Client, database: string): Promise<string[]> {
  const deadline = performance.now() + GRACE_MS;
  for (;;) {
    const open = await openConnections(admin, database);
    if (open.length === 0 || performance.now() > deadline) return open;
    await sleep(20);
  }
}

async function openConnections(admin: pg.Client, database: string): Promise<string[]> {
  const { rows } = await admin.query<{ application: string; state: string; query: string }>(
    `select application_name as application, coalesce(state, 'starting') as state, query from pg_stat_activity
     where datname = $1 and backend_type = 'client backend' and application_name <> $2`,
    [database, TESTKIT_APPLICATION],
  );
  return rows.map(
    ({ application, state, query }) => `${application || 'unnamed'}, ${state}: ${withoutValues(query)}`,
  );
}

function withoutValues(query: string): string {
  return query
    .replace(/'(?:[^']|'')*'/g, `'…'`)
    .replace(/\s+/g, ' ')
    .slice(0, 120);
}
