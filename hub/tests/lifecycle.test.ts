import { waitUntil } from '@coalition-hub/testkit';
import { expect, jest, test } from '@jest/globals';
import { heldUpRequest } from './hub-process/held-up-request.js';
import { processesBelow } from './hub-process/processes-below.js';
import { Workbench } from './hub-process/workbench.js';

const bench = new Workbench();
jest.setTimeout(180_000);

test('a hub that is told to stop while it starts does so, and leaves nothing behind', async () => {
  const hub = await bench.hub();
  await waitUntil(() => hub.answers(), { what: 'the door is open', timeoutMs: 60_000 });
  const { code, stderr } = await hub.stop();
  expect(code).toBe(0);
  expect(stderr).not.toMatch(/ is ready /);
  expect(processesBelow([hub.dataDir])).toEqual([]);
});

test('a signal that arrives twice at once, as with Ctrl-C under npm, is one request to stop', async () => {
  const hub = await bench.hub({ dataDir: await bench.usedFolder() });
  await hub.ready();
  const request = await heldUpRequest(hub);
  const cutOff = request.answer.catch(() => 'cut off');
  hub.send('SIGINT');
  const { code } = await hub.stop('SIGINT');
  expect(code).toBe(0);
  expect(processesBelow([hub.dataDir])).toEqual([]);
  await cutOff;
  request.release();
});

test('a second request a while later ends the hub at once', async () => {
  const hub = await bench.hub({ dataDir: await bench.usedFolder() });
  await hub.ready();
  const request = await heldUpRequest(hub);
  const cutOff = request.answer.catch(() => 'cut off');
  hub.send('SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  const { code } = await hub.stop('SIGTERM');
  expect(code).toBe(130);
  await cutOff;
  request.release();
});
