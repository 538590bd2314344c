import { connectPostgres } from '@coalition-hub/postgres';
import { expect, test } from '@jest/globals';
import { eventually, query, Workbench } from './workbench.js';

const bench = new Workbench();

test('a second hub on the same data folder is refused, and the first goes on', async () => {
  const dataDir = await bench.folder();
  const first = bench.hub(dataDir);
  const { url } = await first.report;
  await expect(bench.start({ dataDir })).rejects.toMatchObject({
    code: 'data-folder-busy',
    message: `Another hub (process ${first.process.pid}) already works with the data folder ${dataDir}: stop it first, or choose another data folder.`,
  });
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('of two hubs that start at once on an empty folder exactly one gets it', async () => {
  const dataDir = await bench.folder();
  const reports = await Promise.all([bench.hub(dataDir).report, bench.hub(dataDir).report]);
  expect(reports.map(({ code }) => code ?? 'up').sort()).toEqual(['data-folder-busy', 'up']);
  const winner = reports.find(({ url }) => url !== undefined);
  expect(await query(winner?.url ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('without exclusive ownership a running server is used and left running', async () => {
  const dataDir = await bench.folder();
  const hub = await bench.start({ dataDir });
  const guest = await bench.start({ dataDir, exclusive: false });
  expect(guest).toMatchObject({ url: hub.url, pid: hub.pid });
  await guest.stop();
  expect(await query(hub.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('without exclusive ownership a server that was not running is started and stopped', async () => {
  const dataDir = await bench.folder();
  const command = await bench.start({ dataDir, exclusive: false });
  expect(await query(command.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await command.stop();
  expect(await connectPostgres({ dataDir })).toBeNull();
});

test('ownership is taken again, silently, when only its session was cut', async () => {
  const dataDir = await bench.folder();
  const states: string[] = [];
  const server = await bench.start({ dataDir, onStateChange: (state) => states.push(state) });
  const owner = "FROM pg_stat_activity WHERE application_name LIKE 'coalition-hub owner %'";
  const [before] = await query<{ pid: number }>(server.url, `SELECT pid ${owner}`);
  await query(server.url, `SELECT pg_terminate_backend(pid) ${owner}`);
  await eventually(async () => {
    const [now] = await query<{ pid: number }>(server.url, `SELECT pid ${owner}`);
    return now !== undefined && now.pid !== before?.pid;
  });
  await expect(bench.start({ dataDir })).rejects.toMatchObject({ code: 'data-folder-busy' });
  expect(states).toEqual([]);
});
