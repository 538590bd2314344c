import { connectPostgres } from '@coalition-hub/postgres';
import pg from 'pg';

/** The connection string of a running hub's PostgreSQL for its superuser, for one of its databases. */
export async function databaseUrl(dataDir: string, database = 'postgres'): Promise<string> {
  const server = await connectPostgres({ dataDir });
  if (server === null) throw new Error(`No PostgreSQL runs in ${dataDir}`);
  return Object.assign(new URL(server.url), { pathname: `/${database}` }).href;
}

/** Runs `work` on a connection of its own. */
export async function withDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
