import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { childEnvironment } from '../child-environment.js';
import type { Contender, DatabaseServer } from '../contender.js';
import { openDatabaseServer } from '../database-server.js';
import { startHub } from '../hub-process.js';
import { HUB_MAIN } from '../repository.js';

/** A running hub that is asked. */
export interface ScaleHub extends Pick<Contender, 'pid'> {
  readonly name: 'sample' | 'large';
  /** Without a path. */
  readonly url: string;
  readonly server: DatabaseServer;
  /** Of an administrator, who also signs. Another one in each run: mandates of earlier runs would slow down this one. */
  readonly token: string;
  /** The administrator's; the hub keeps only a keyed hash. */
  readonly mailbox: string;
}

/** Starts a hub on a data folder, which may have data already, as `npm start` does. */
export async function startScaleHub(
  name: ScaleHub['name'],
  dataDir: string,
  cleanup: AsyncDisposableStack,
): Promise<ScaleHub> {
  const { url, process: hub } = await startHub(cleanup, dataDir);
  const server = await openDatabaseServer(dataDir, cleanup);
  const mailbox = `bench-${randomUUID()}@example.org`;
  const token = await runHub(dataDir, ['token', '--email', mailbox, '--role', 'administrator']);
  return { name, url, pid: hub.pid, server, token: token.trim(), mailbox };
}

/**
 * Runs one of the hub's commands on a data folder.
 * @returns what it printed
 * @throws with what it said where it fails
 */
export async function runHub(dataDir: string, args: readonly string[]): Promise<string> {
  const env = childEnvironment({ HUB_DATA_DIR: dataDir });
  const { stdout } = await promisify(execFile)(process.execPath, [HUB_MAIN, ...args], { env });
  return stdout;
}
