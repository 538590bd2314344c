import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from '@coalition-hub/postgres';

/** A PostgreSQL for one run of the tests, in a folder of its own that goes with it. */
export interface TestCluster {
  readonly url: string;
  stop(): Promise<void>;
}

/** What a crash of the machine would lose is of no use here. */
const QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' };

/** Starts a cluster that ends with this process, even when it is killed. */
export async function startTestCluster(): Promise<TestCluster> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'coalition-hub-tests-')));
  const guard = startGuard(folder);
  try {
    const server = await startPostgres({ dataDir: folder, settings: QUICK });
    const stop = async () => {
      await server.stop();
      await endGuard(guard);
    };
    return { url: server.url, stop };
  } catch (error) {
    await endGuard(guard);
    throw error;
  }
}

function startGuard(folder: string): ChildProcess {
  const script = fileURLToPath(new URL('cluster-guard.js', import.meta.url));
  // In a process group of its own, because Ctrl-C goes to the whole group of the run.
  return spawn(process.execPath, [script, folder], { detached: true, stdio: ['pipe', 'ignore', 'inherit'] });
}

/** The guard removes the folder. */
async function endGuard(guard: ChildProcess): Promise<void> {
  const exited = once(guard, 'exit');
  guard.stdin?.end();
  await exited;
}
