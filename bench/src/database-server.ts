import { connectPostgres } from '@coalition-hub/postgres';
import pg from 'pg';
import type { DatabaseServer } from './contender.js';
import { readProcess } from './process-table.js';

/** Connects to the PostgreSQL that the hub started on a data folder, which is then not left behind. */
export async function openDatabaseServer(
  dataDir: string,
  cleanup: AsyncDisposableStack,
): Promise<DatabaseServer> {
  const server = await connectPostgres({ dataDir });
  if (server === null) throw new Error('The hub is ready, but no PostgreSQL runs on its data folder.');
  const admin = new pg.Client({ connectionString: server.url, application_name: 'bench' });
  admin.on('error', () => undefined);
  await admin.connect();
  cleanup.defer(() => admin.end());
  const postmaster = await findPostmaster(admin);
  return { admin, url: server.url, postmaster };
}

/** A backend is a child of the postmaster. */
async function findPostmaster(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const backend = readProcess(rows[0]?.pid ?? 0);
  if (backend === null)
    throw new Error('The backends of PostgreSQL are not among the processes of this machine.');
  return backend.parent;
}
