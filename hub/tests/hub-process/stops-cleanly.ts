import { waitUntil } from '@coalition-hub/testkit';
import { expect } from '@jest/globals';
import { heldUpRequest } from './held-up-request.js';
import type { HubProcess } from './hub-process.js';
import { processesBelow } from './processes-below.js';
import { followUntilClosed } from './socket-closing.js';

/** What the contract promises, in ms. */
export const longestStopMs = 5_000;

/**
 * Stops a hub while a request and a socket are open: the request is answered in full, the socket closed with 1001, the
 * exit code is 0, and no process is left.
 */
export async function stopsCleanly(hub: HubProcess, signal: NodeJS.Signals): Promise<void> {
  const { closed } = await followUntilClosed(hub);
  const request = await heldUpRequest(hub);
  const stopped = hub.stop(signal);
  await waitUntil(async () => !(await hub.answers()), { what: 'nobody new is let in', timeoutMs: 15_000 });
  request.release();
  expect(JSON.parse(await request.answer).data.statement.signatures.totalCount).toBe(108);
  expect(await closed).toMatchObject({ code: 1001 });
  const { ms, code, signal: endedBy } = await stopped;
  expect({ code, endedBy }).toEqual({ code: 0, endedBy: null });
  expect(ms).toBeLessThan(longestStopMs);
  expect(processesBelow([hub.dataDir])).toEqual([]);
  process.stdout.write(`${signal} to end, with a request and a socket open: ${Math.round(ms)} ms\n`);
}
