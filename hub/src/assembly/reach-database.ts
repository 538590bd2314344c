import pg from 'pg';
import { explainDatabaseError } from './explain-database-error.js';

const patienceMs = 10_000;

/**
 * Connects once, before anything is built on it.
 * @throws HubError in one plain sentence when the server cannot be reached or refuses
 */
export async function reachDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: patienceMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw explainDatabaseError(error, databaseUrl);
  } finally {
    await client.end().catch(() => undefined);
  }
}
