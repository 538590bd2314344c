import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { DataFolder } from './data-folder.js';
import { hasErrorCode } from './error-code.js';
import type { Installation } from './installation.js';
import { isRunning, servesCluster } from './processes.js';

const POLL_MS = 10;

/** Ways to end PostgreSQL and how long each may take, from the one that writes everything down to the last resort. */
const STEPS = [
  { signal: 'SIGINT', waitMs: 60_000 },
  { signal: 'SIGQUIT', waitMs: 10_000 },
  { signal: 'SIGKILL', waitMs: 5_000 },
] as const;

/**
 * Stops the server of a cluster: ends its sessions, writes a checkpoint and waits until the process is gone. A server
 * that does not stop within 60 s is cut short, which loses nothing that was committed.
 *
 * @returns at once when `pid` is no longer the server of this cluster
 */
export async function stopPostmaster(
  folder: DataFolder,
  installation: Installation,
  pid: number,
): Promise<void> {
  for (const { signal, waitMs } of STEPS) {
    if (!servesCluster(pid, folder.cluster)) return;
    await send(installation, pid, signal);
    await waitUntilGone(pid, waitMs);
  }
}

async function send(
  installation: Installation,
  pid: number,
  signal: (typeof STEPS)[number]['signal'],
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
