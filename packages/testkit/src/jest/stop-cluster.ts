import { takeRun } from './running-run.js';

/** Jest's global teardown. */
export default async function stopCluster(): Promise<void> {
  await takeRun()?.stop();
}
