import { connectPostgres } from '@coalition-hub/postgres';
import { expect, test } from '@jest/globals';
import { eventually, killHard, processesBelow, query, Workbench } from './workbench.js';

const bench = new Workbench();

async function orphan(dataDir: string) {
  const hub = bench.hub(dataDir);
  const report = await hub.report;
  await query(report.url, "CREATE TABLE kept AS SELECT 'a name' AS name");
  await killHard(hub.process);
  return report;
}

test('after kill -9 of the hub the next one takes the running server over, and stops it', async () => {
  const dataDir = await bench.folder();
  const left = await orphan(dataDir);
  const server = await bench.start({ dataDir });
  expect(server).toMatchObject({ pid: left.pid, port: left.port, url: left.url });
  expect(await query(server.url, 'SELECT name FROM kept')).toEqual([{ name: 'a name' }]);
  await server.stop();
  expect(processesBelow([dataDir])).toEqual([]);
});

test('a server that was taken over is restarted when it dies', async () => {
  const dataDir = await bench.folder();
  const left = await orphan(dataDir);
  const states: string[] = [];
  const server = await bench.start({ dataDir, onStateChange: (state) => states.push(state) });
  process.kill(left.pid, 'SIGKILL');
  await eventually(() => states.includes('up'));
  expect(server.pid).not.toBe(left.pid);
  expect(await query(server.url, 'SELECT name FROM kept')).toEqual([{ name: 'a name' }]);
});

test('a demanded port moves a server that was taken over', async () => {
  const dataDir = await bench.folder();
  const left = await orphan(dataDir);
  const server = await bench.start({ dataDir, port: 14_003 });
  expect(server.port).toBe(14_003);
  expect(server.pid).not.toBe(left.pid);
  expect(await query(server.url, 'SELECT name FROM kept')).toEqual([{ name: 'a name' }]);
});

test('a command finds the server of a running hub, and none where none runs', async () => {
  const dataDir = await bench.folder();
  expect(await connectPostgres({ dataDir: `${dataDir}/missing` })).toBeNull();
  expect(await connectPostgres({ dataDir })).toBeNull();
  const { report } = bench.hub(dataDir);
  const { url } = await report;
  expect(await connectPostgres({ dataDir })).toEqual({ url });
});
