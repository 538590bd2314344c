import { takeCluster } from './running-cluster.js';

/** Jest's global teardown. */
export default async function stopCluster(): Promise<void> {
  await takeCluster()?.stop();
}
