import { readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;
const PATIENCE_MS = 10_000;

/** Sees to it that no PostgreSQL outlives a hub that failed to stop it. */
export async function endLeftoverServer(dataDir: string): Promise<void> {
  const cluster = join(dataDir, 'postgres');
  const postmaster = await readPostmaster(cluster);
  if (postmaster === null || !(await worksIn(postmaster, cluster))) return;
  process.kill(postmaster, 'SIGINT');
  const giveUpAt = performance.now() + PATIENCE_MS;
  while ((await worksIn(postmaster, cluster)) && performance.now() < giveUpAt) await sleep(POLL_MS);
}

/** PostgreSQL removes the file when it stops in order. */
async function readPostmaster(cluster: string): Promise<number | null> {
  const file = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => null);
  return file === null ? null : Number.parseInt(file, 10);
}

/** The number may belong to another process by now; only PostgreSQL itself works inside its cluster. */
async function worksIn(pid: number, cluster: string): Promise<boolean> {
  return (await readlink(`/proc/${pid}/cwd`).catch(() => null)) === cluster;
}
