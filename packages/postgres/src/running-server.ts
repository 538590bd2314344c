import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing, isWrongPassword, withConnection } from './connection.js';
import type { DataFolder } from './data-folder.js';
import { type PostmasterFile, readPostmasterFile } from './postmaster-file.js';
import { servesCluster } from './processes.js';
import { passwordLost, readPassword, superuserUrl } from './superuser.js';

/** A server that answers. */
export interface RunningServer {
  pid: number;
  port: number;
  /** The superuser's connection string, database `postgres`. */
  url: string;
}

const POLL_MS = 20;

/**
 * Finds the server that runs on a data folder, whoever started it. One that is starting, recovering or stopping is
 * waited for, at most `patienceMs`.
 *
 * @returns null when none runs, or it did not answer in time
 * @throws PostgresError `password-lost` when it answers but not to the password in the folder
 */
export async function findRunningServer(
  folder: DataFolder,
  patienceMs: number,
  signal?: AbortSignal,
): Promise<RunningServer | null> {
  const deadline = Date.now() + patienceMs;
  do {
    const file = readPostmasterFile(folder.cluster);
    if (file === null || !servesCluster(file.pid, folder.cluster)) return null;
    const server = file.ready ? await greet(folder, file) : null;
    if (server !== null) return server;
    await sleep(POLL_MS, undefined, signal && { signal });
  } while (Date.now() < deadline);
  return null;
}

async function greet(folder: DataFolder, file: PostmasterFile): Promise<RunningServer | null> {
  const url = superuserUrl(file.port, await readPassword(folder));
  try {
    const place = await withConnection(url, async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
      return rows[0]?.data_directory;
    });
    return place === folder.cluster ? { pid: file.pid, port: file.port, url } : null;
  } catch (error) {
    if (isWrongPassword(error)) throw passwordLost(folder, error);
    if (isPassing(error)) return null;
    throw error;
  }
}
