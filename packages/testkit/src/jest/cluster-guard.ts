import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const STOP_MS = 10_000;

/**
 * Outlives a test run that was killed. Its standard input is a pipe that the run holds: when it closes, however the
 * run has ended, a PostgreSQL that is still there is stopped and its folder removed.
 */
async function guard(folder: string): Promise<void> {
  for await (const _ of process.stdin);
  await stopPostgres(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function stopPostgres(folder: string): Promise<void> {
  const deadline = Date.now() + STOP_MS;
  while (Date.now() < deadline) {
    const pid = postmasterOf(folder);
    if (pid === undefined) return;
    // Nothing in a folder of tests needs a clean end.
    signal(pid, 'SIGQUIT');
    await sleep(100);
  }
}

/** The file goes when the server has ended; where it was killed, its number may be another process's by now. */
function postmasterOf(folder: string): number | undefined {
  const cluster = join(folder, 'postgres');
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return process.platform !== 'linux' || readlinkSync(`/proc/${pid}/cwd`) === cluster ? pid : undefined;
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has just ended.
  }
}

await guard(process.argv[2] ?? '');
