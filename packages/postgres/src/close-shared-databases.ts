import { escapeIdentifier } from 'pg';
import { withConnection } from './connection.js';

/**
 * Closes the databases that a new cluster opens to every role: a role that was made for one database has no business
 * in them, could read the names of all others there, and leave things behind for the next one to find.
 *
 * @param superuserUrl a connection string of the superuser of a server that belongs to nobody else
 */
export async function closeSharedDatabases(superuserUrl: string): Promise<void> {
  await withConnection(superuserUrl, async (superuser) => {
    const { rows } = await superuser.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database
        WHERE datname IN ('postgres', 'template1') AND has_database_privilege('public', oid, 'CONNECT')`,
    );
    for (const { name } of rows)
      await superuser.query(`REVOKE CONNECT, TEMPORARY ON DATABASE ${escapeIdentifier(name)} FROM PUBLIC`);
  });
}
