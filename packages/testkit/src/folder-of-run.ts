import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withAdmin } from './admin-connection.js';
import { clusterEnvironment } from './cluster-environment.js';
import { createGuardedFolder } from './jest/guarded-folder.js';

/** One lock for all folders of a run. */
const FOLDER_LOCK = 1_952_805_749;

/**
 * A folder that is filled once per run, whichever process comes first. It is for copying, not for working in.
 *
 * @param name what it holds; folders of one name are the same
 * @param fill fills the empty folder; nothing may work in it any longer when it resolves
 * @returns its path
 */
export async function folderOfRun(name: string, fill: (path: string) => Promise<void>): Promise<string> {
  const cluster = clusterEnvironment();
  const path = join(cluster.folder, name);
  await withAdmin(cluster.url, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [FOLDER_LOCK]);
    if (!existsSync(path)) await make(path, fill);
  });
  return path;
}

/** In a guarded folder first, so that a PostgreSQL in it goes with a run that is killed. */
async function make(path: string, fill: (path: string) => Promise<void>): Promise<void> {
  // On the disk of its place: from another one it could not be renamed.
  const draft = await createGuardedFolder(dirname(clusterEnvironment().folder));
  try {
    await fill(draft.path);
    await rename(draft.path, path);
  } finally {
    await draft.remove();
  }
}
