import { announceCluster, givenCluster } from '../cluster-environment.js';
import { createGuardedFolder } from './guarded-folder.js';
import { keepRun } from './running-run.js';
import { startTestCluster } from './test-cluster.js';

/** Jest's global setup: one PostgreSQL for the whole run, unless the caller brings one, and one folder. */
export default async function startCluster(): Promise<void> {
  const given = givenCluster();
  const folder = await createGuardedFolder();
  if (given !== undefined) {
    keepRun({ stop: () => folder.remove() });
    return announceCluster(given, folder.path);
  }
  const cluster = await startTestCluster();
  keepRun({ stop: () => Promise.all([cluster.stop(), folder.remove()]) });
  announceCluster(cluster.url, folder.path);
}
