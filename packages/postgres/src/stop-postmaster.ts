import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { DataFolder } from './data-folder.js';
import { hasErrorCode } from './error-code.js';
import type { Installation } from './installation.js';
import { isRunning, servesCluster } from './processes.js';

const POLL_MS = 10;

/** How long the way that writes everything down may take, unless the caller has less time. */
const CLEAN_STOP_MS = 60_000;

/** What ends a PostgreSQL that does not stop in time, and how long each may take. */
const LAST_RESORTS = [
  { signal: 'SIGQUIT', waitMs: 10_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/**
 * Stops the server of a cluster: ends its sessions, writes a checkpoint and waits until the process is gone. A server
 * that does not stop in time is cut short, which loses nothing that was committed: the next start recovers it.
 *
 * @param patienceMs how long it may take to write everything down
 * @returns at once when `pid` is no longer the server of this cluster
 */
export async function stopPostmaster(
  folder: DataFolder,
  installation: Installation,
  pid: number,
  patienceMs: number = CLEAN_STOP_MS,
): Promise<void> {
  for (const { signal, waitMs } of [{ signal: 'SIGINT', waitMs: patienceMs }, ...LAST_RESORTS] as const) {
    if (!servesCluster(pid, folder.cluster)) return;
    await send(installation, pid, signal);
    await waitUntilGone(pid, waitMs);
  }
}

async function send(
  installation: Installation,
  pid: number,
  signal: 'SIGINT' | (typeof LAST_RESORTS)[number]['signal'],
): Promise<void> {
  if (process.platform !== 'win32') {
    sendUnlessGone(pid, signal);
    return;
  }
  // Windows has no signals: Node would end the process on the spot.
  await promisify(execFile)(installation.pgCtl, ['kill', signal.slice('SIG'.length), String(pid)]);
}

function sendUnlessGone(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!hasErrorCode(error, 'ESRCH')) throw error;
  }
}

/** Its program cannot be seen any more while it still closes its port: only its end counts. */
async function waitUntilGone(pid: number, waitMs: number): Promise<void> {
  const deadline = Date.now() + waitMs;
  while (isRunning(pid) && Date.now() < deadline) await sleep(POLL_MS);
}
