import type { TestCluster } from './test-cluster.js';

const KEY = Symbol.for('coalition-hub.test-cluster');
const holder = globalThis as { [KEY]?: TestCluster };

/** Jest loads setup and teardown separately, in one process. */
export function keepCluster(cluster: TestCluster): void {
  holder[KEY] = cluster;
}

/** The cluster that this run has started, if it has. */
export function takeCluster(): TestCluster | undefined {
  const cluster = holder[KEY];
  delete holder[KEY];
  return cluster;
}
