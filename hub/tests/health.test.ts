import { waitUntil } from '@coalition-hub/testkit';
import { expect, jest, test } from '@jest/globals';
import { wholeSample } from './hub-process/sample-queries.js';
import { Workbench } from './hub-process/workbench.js';

jest.setTimeout(180_000);

const bench = new Workbench();

/** https://prometheus.io/docs/instrumenting/exposition_formats/ */
const comment = /^# (HELP|TYPE) [a-zA-Z_:][\w:]* \S.*$/;
const sample =
  /^[a-zA-Z_:][\w:]*(\{([a-zA-Z_]\w*="([^"\\\n]|\\["\\n])*",?)*\})? (-?[\d.]+(e[+-]?\d+)?|NaN|[+-]Inf)$/;

test('the door opens first and says "not yet"; then everything is ready', async () => {
  const hub = await bench.hub({ dataDir: await bench.usedFolder() });
  await waitUntil(() => hub.answers(), { what: 'the door is open', timeoutMs: 60_000, everyMs: 2 });
  const early = await hub.get('/health/ready');
  expect(early).toMatchObject({ status: 503, type: expect.stringMatching(/^application\/json/) });
  expect(JSON.parse(early.body)).toEqual({ ready: false, reasons: ['the hub is starting'] });
  expect(await hub.get('/health/live')).toMatchObject({ status: 200, body: '{"live":true}' });
  const errors = await hub.client().errors(wholeSample);
  expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['UNAVAILABLE']));

  await hub.ready();
  expect(JSON.parse((await hub.get('/health/ready')).body)).toEqual({ ready: true, reasons: [] });
  await hub.client().query(wholeSample);

  const { status, type, body } = await hub.get('/metrics');
  expect({ status, type }).toEqual({ status: 200, type: 'text/plain; version=0.0.4; charset=utf-8' });
  const lines = body.split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.filter((line) => line !== '' && !comment.test(line) && !sample.test(line))).toEqual([]);
  expect(body).toMatch(/^hub_projection_age_seconds\{service="signatories",projection="[\w-]+"\} \d/m);
  expect(body).not.toMatch(/ishr|Sample organisation|ceuta|melilla/i);
  expect(await hub.stop()).toMatchObject({ code: 0 });
});
