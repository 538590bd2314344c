import { type RunningHub, startHub } from './hub-process.js';
import type { Progress } from './progress.js';
import type { StartFigures } from './report.js';

/**
 * Starts the hub on an empty folder, stops it, and starts it again.
 *
 * @returns the second hub, which runs
 * @throws where the first one does not stop with exit code 0
 */
export async function measureStarts(
  dataDir: string,
  progress: Progress,
  cleanup: AsyncDisposableStack,
): Promise<{ hub: RunningHub; start: StartFigures }> {
  progress.step('first start of the hub');
  const first = await startHub(cleanup, dataDir);
  const stopMs = await measureStop(first);
  progress.step('second start of the hub');
  const hub = await startHub(cleanup, dataDir);
  return { hub, start: { firstMs: first.readyAfterMs, secondMs: hub.readyAfterMs, stopMs } };
}

async function measureStop(hub: RunningHub): Promise<number> {
  const askedAt = performance.now();
  const code = await hub.process.stop();
  if (code !== 0) throw hub.process.failure(`ended with ${code ?? 'a signal'} when it was asked to stop`);
  return performance.now() - askedAt;
}
