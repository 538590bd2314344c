import { setTimeout as sleep } from 'node:timers/promises';
import { childEnvironment } from './child-environment.js';
import { findFreePort } from './free-port.js';
import { MeasuredProcess } from './measured-process.js';
import { startArguments } from './start-command.js';

const POLL_MS = 10;
const READY_PATIENCE_MS = 120_000;

/** A hub that is ready. */
export interface RunningHub {
  readonly process: MeasuredProcess;
  /** Without a path. */
  readonly url: string;
  /** From the start of its process to the first 200 of `/health/ready`, in milliseconds. */
  readonly readyAfterMs: number;
}

/**
 * Starts the hub as `npm start` does once it has built, and waits until it is ready.
 *
 * @param dataDir empty for a first start
 * @param nodeOptions for `node`, beyond those of `npm start`
 */
export async function startHub(
  cleanup: AsyncDisposableStack,
  dataDir: string,
  nodeOptions: readonly string[] = [],
): Promise<RunningHub> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    HUB_HOST: '127.0.0.1',
    HUB_PORT: String(port),
    HUB_DATA_DIR: dataDir,
    HUB_SAMPLE_DATA: 'on',
  };
  const startedAt = performance.now();
  const hub = MeasuredProcess.start(cleanup, {
    name: 'the hub',
    args: [...nodeOptions, ...startArguments()],
    env: childEnvironment(settings),
    talks: false,
  });
  await untilReady(hub, url);
  return { process: hub, url, readyAfterMs: performance.now() - startedAt };
}

async function untilReady(hub: MeasuredProcess, url: string): Promise<void> {
  const giveUpAt = performance.now() + READY_PATIENCE_MS;
  while (!(await isReady(url))) {
    if (hub.hasEnded) throw hub.failure('ended before it was ready');
    if (performance.now() > giveUpAt) throw hub.failure(`was not ready after ${READY_PATIENCE_MS / 1000} s`);
    await sleep(POLL_MS);
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/health/ready`);
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    // Nobody listens yet.
    return false;
  }
}
