import { expect, jest, test } from '@jest/globals';
import { heldUpRequest } from './hub-process/held-up-request.js';
import { processesBelow } from './hub-process/processes-below.js';
import { wholeSample } from './hub-process/sample-queries.js';
import { followUntilClosed } from './hub-process/socket-closing.js';
import { longestStopMs, stopsCleanly } from './hub-process/stops-cleanly.js';
import { Workbench } from './hub-process/workbench.js';

const bench = new Workbench();
jest.setTimeout(180_000);

const registry =
  '{ organisations { totalCount } statements { totalCount } events { edges { node { slug } } } }';

test('the first start enters the sample; a restart keeps it and repeats nothing', async () => {
  const first = await bench.hub();
  const firstMs = await first.ready();
  const before = await first.client().ask(wholeSample);
  expect(JSON.parse(before.text).data.statement).toMatchObject({
    status: 'DELIVERED',
    signatureCount: { public: 108 },
    signatures: { totalCount: 108 },
  });
  const everything = await first.client().query(registry);
  await stopsCleanly(first, 'SIGINT');

  const second = await bench.hub({ dataDir: first.dataDir });
  const secondMs = await second.ready();
  expect(await second.client().ask(wholeSample)).toEqual(before);
  expect(await second.client().query(registry)).toEqual(everything);
  await stopsCleanly(second, 'SIGTERM');
  process.stdout.write(`start to ready: ${Math.round(firstMs)} ms first, ${Math.round(secondMs)} ms later\n`);
});

test('a request that never ends does not keep the hub up', async () => {
  const hub = await bench.hub();
  await hub.ready();
  const { closed } = await followUntilClosed(hub);
  const request = await heldUpRequest(hub);
  const cutOff = request.answer.catch(() => 'cut off');
  const { code, ms } = await hub.stop();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(longestStopMs);
  expect(await cutOff).toBe('cut off');
  expect(await closed).toMatchObject({ code: 1001 });
  expect(processesBelow([hub.dataDir])).toEqual([]);
  request.release();
  process.stdout.write(`SIGTERM to end, with a request that never ends: ${Math.round(ms)} ms\n`);
});
