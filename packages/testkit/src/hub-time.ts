import pg from 'pg';
import { withAdmin } from './admin-connection.js';

/** An ISO 8601 instant at which time stands still, seconds by which it is ahead of the real one, or `null`: real. */
export type HubTime = string | number | null;

/**
 * Replaces `hub_now()` in one database, for every connection to it from the next statement on.
 *
 * @throws Error when the database has no `hub_now()`
 */
export async function setHubTime(adminUrl: string, time: HubTime): Promise<void> {
  await withAdmin(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ schema: string }>(
      `select pronamespace::regnamespace::text as schema from pg_proc where proname = 'hub_now'`,
    );
    const [found] = rows;
    if (found === undefined) throw new Error('The database has no hub_now()');
    await admin.query(
      `create or replace function ${found.schema}.hub_now() returns timestamptz language sql volatile
       as ${pg.escapeLiteral(`select ${expression(time)}`)}`,
    );
  });
}

function expression(time: HubTime): string {
  if (time === null) return 'clock_timestamp()';
  if (typeof time === 'number') return `clock_timestamp() + make_interval(secs => ${Number(time)})`;
  return `${pg.escapeLiteral(time)}::timestamptz`;
}
