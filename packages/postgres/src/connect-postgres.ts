import { realpath } from 'node:fs/promises';
import { dataFolderAt } from './data-folder.js';
import { findRunningServer } from './running-server.js';

const PATIENCE_MS = 10_000;

/**
 * Finds the server that already runs on a data folder, for commands that work beside a running hub. It is neither
 * owned nor supervised. A server that is starting is waited for, at most 10 s.
 *
 * @returns the superuser's connection string, or null when none runs there
 * @throws PostgresError `password-lost` or `data-folder-unusable` when it runs but cannot be used
 */
export async function connectPostgres({ dataDir }: { dataDir: string }): Promise<{ url: string } | null> {
  const root = await realpath(dataDir).catch(() => null);
  if (root === null) return null;
  const server = await findRunningServer(dataFolderAt(root), PATIENCE_MS);
  return server && { url: server.url };
}
