import { createLog } from '@coalition-hub/subgraph';
import type { Config } from '../config.js';
import { type Hub, startHub } from '../hub.js';
import type { Invocation } from './command.js';

const lingeringMs = 250;

/** Starts the hub and serves until `stopping` resolves, which may be before it is ready. */
export async function serve({ config, say }: Invocation, stopping: Promise<void>): Promise<void> {
  const unwanted = new AbortController();
  void stopping.then(() => unwanted.abort());
  const begun = performance.now();
  const hub = await startUnless(unwanted.signal, config);
  if (hub === null) return;
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  if (!unwanted.signal.aborted) say(`Coalition Hub is ready after ${seconds} s: ${hub.url}/graphql`);
  hub.notices.forEach(say);
  await stopping;
  say('Stopping: open requests may finish.');
  await hub.stop();
  endSoon();
}

/** A connection to a server elsewhere, on which a cut-off request still waits, would keep the process up. */
function endSoon(): void {
  setTimeout(() => process.exit(), lingeringMs).unref();
}

/** @returns null when the start was given up on request */
async function startUnless(signal: AbortSignal, config: Config): Promise<Hub | null> {
  const log = createLog({ level: config.logLevel, name: 'hub' });
  try {
    return await startHub({ config, log, signal });
  } catch (error) {
    if (error === signal.reason) return null;
    throw error;
  }
}
