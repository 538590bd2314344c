import { announceCluster, givenCluster } from '../cluster-environment.js';
import { keepCluster } from './running-cluster.js';
import { startTestCluster } from './test-cluster.js';

/** Jest's global setup: one PostgreSQL for the whole run, unless the caller brings one. */
export default async function startCluster(): Promise<void> {
  const given = givenCluster();
  if (given !== undefined) return announceCluster(given);
  const cluster = await startTestCluster();
  keepCluster(cluster);
  announceCluster(cluster.url);
}
