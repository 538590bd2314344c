import { closeSharedDatabases, type PostgresServer, startPostgres } from '@coalition-hub/postgres';
import type { Log } from '@coalition-hub/subgraph';
import type { Config } from '../config.js';
import { reachDatabase } from './reach-database.js';

/** A PostgreSQL server on which the hub may create databases. */
export interface DatabaseServer {
  readonly adminUrl: string;
  /** @param patienceMs how long it may take before it is cut short; 60 s unless told */
  stop(patienceMs?: number): Promise<void>;
}

export interface ServerUse {
  /** Whether the server is this process's alone: true for a hub, false for a command beside one. */
  readonly exclusive: boolean;
}

/**
 * The one that DATABASE_URL names, or the hub's own.
 * @throws HubError, PostgresError: each one plain sentence
 */
export async function openDatabaseServer(
  config: Config,
  log: Log,
  { exclusive }: ServerUse,
): Promise<DatabaseServer> {
  if (config.databaseUrl !== null) {
    await reachDatabase(config.databaseUrl);
    return { adminUrl: config.databaseUrl, stop: async () => undefined };
  }
  const server: PostgresServer = await startPostgres({
    dataDir: config.dataDir,
    exclusive,
    log,
    settings: { max_connections: '120' },
    onStateChange: (state) => log.warn({ state }, 'PostgreSQL changed its state'),
  });
  try {
    await closeSharedDatabases(server.url);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { adminUrl: server.url, stop: (patienceMs) => server.stop(patienceMs) };
}
