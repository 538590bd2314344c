import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { placeForData } from './place-for-data.js';

/** A temporary data folder. It goes with this process, even when that is killed, and so does its PostgreSQL. */
export interface GuardedFolder {
  readonly path: string;
  /** Removes it; a PostgreSQL that still runs in it is stopped first. */
  remove(): Promise<void>;
}

/** @param parent where temporary data go unless told */
export async function createGuardedFolder(parent: string = placeForData()): Promise<GuardedFolder> {
  const path = await realpath(await mkdtemp(join(parent, 'coalition-hub-tests-')));
  const guard = startGuard(path);
  return { path, remove: () => endGuard(guard) };
}

/** The guard is a process of its own, so it is the built program also where the sources are run. */
function startGuard(folder: string): ChildProcess {
  const script = fileURLToPath(new URL('../../dist/jest/cluster-guard.js', import.meta.url));
  // In a process group of its own, because Ctrl-C goes to the whole group of the run.
  return spawn(process.execPath, [script, folder], { detached: true, stdio: ['pipe', 'ignore', 'inherit'] });
}

/** The guard removes the folder. */
async function endGuard(guard: ChildProcess): Promise<void> {
  const exited = once(guard, 'exit');
  guard.stdin?.end();
  await exited;
}
