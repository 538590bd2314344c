import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { eventually, killHard, processesBelow, query, Workbench } from './workbench.js';

const bench = new Workbench();

async function supervised() {
  const dataDir = await bench.folder();
  const states: string[] = [];
  const server = await bench.start({ dataDir, onStateChange: (state) => states.push(state) });
  await query(server.url, "CREATE TABLE kept AS SELECT 'a name' AS name");
  return { dataDir, server, states };
}

test('a killed server comes back on the same port with its data; meanwhile connections fail cleanly', async () => {
  const { server, states } = await supervised();
  const client = new pg.Client({ connectionString: server.url });
  const broken = new Promise((resolve) => client.on('error', resolve));
  await client.connect();
  const { pid, port } = server;

  process.kill(pid, 'SIGKILL');
  await broken;
  await expect(query(server.url, 'SELECT 1')).rejects.toMatchObject({
    code: expect.stringMatching(/^(ECONNREFUSED|ECONNRESET|57P03)$/),
  });
  await eventually(() => states.length === 2);
  expect(states).toEqual(['down', 'up']);
  expect(server.port).toBe(port);
  expect(server.pid).not.toBe(pid);
  expect(await query(server.url, 'SELECT name FROM kept')).toEqual([{ name: 'a name' }]);
});

test('a server killed while a long statement runs waits for the last backend, and comes back', async () => {
  const { server, states } = await supervised();
  const busy = query(server.url, 'SELECT count(*) FROM generate_series(1, 3000000)').catch(() => 'cut');
  await eventually(async () => {
    const active = await query(
      server.url,
      "SELECT FROM pg_stat_activity WHERE query LIKE '%generate_series%'",
    );
    return active.length === 2;
  });
  process.kill(server.pid, 'SIGKILL');
  await eventually(() => states.includes('up'));
  await busy;
  expect(await query(server.url, 'SELECT name FROM kept')).toEqual([{ name: 'a name' }]);
});

test('a killed backend makes the server recover; ownership returns', async () => {
  const { dataDir, server, states } = await supervised();
  const [backend] = await query<{ pid: number }>(
    server.url,
    "SELECT pid FROM pg_stat_activity WHERE application_name LIKE 'coalition-hub owner %'",
  );
  process.kill(backend?.pid ?? 0, 'SIGKILL');
  await eventually(async () => {
    const owners = "SELECT FROM pg_stat_activity WHERE application_name LIKE 'coalition-hub owner %'";
    return (await query(server.url, owners).catch(() => [])).length === 1;
  });
  expect(states.filter((state) => state === 'down').length).toBe(
    states.filter((state) => state === 'up').length,
  );
  await expect(bench.start({ dataDir })).rejects.toMatchObject({ code: 'data-folder-busy' });
});

test('a server that keeps dying is brought back each time', async () => {
  const { server, states } = await supervised();
  for (const times of [1, 2, 3]) {
    process.kill(server.pid, 'SIGKILL');
    await eventually(() => states.length === 2 * times);
  }
  expect(await query(server.url, 'SELECT name FROM kept')).toEqual([{ name: 'a name' }]);
});

test('stop during an outage leaves nothing behind', async () => {
  const { dataDir, server, states } = await supervised();
  process.kill(server.pid, 'SIGKILL');
  await eventually(() => states.includes('down'));
  await server.stop();
  await eventually(() => processesBelow([dataDir]).length === 0);
  expect(states).not.toContain('up');
});

/** Leaves a postmaster.pid as a killed server does, but with the number of another process. */
async function leavePidFile(pid: number): Promise<string> {
  const dataDir = await bench.folder();
  const file = join(dataDir, 'postgres', 'postmaster.pid');
  const server = await bench.start({ dataDir });
  const lines = (await readFile(file, 'utf8')).split('\n');
  await server.stop();
  await writeFile(file, [String(pid), ...lines.slice(1)].join('\n'));
  return dataDir;
}

test('a number that another program got meanwhile does not block the start', async () => {
  const stranger = spawn('sleep', ['60'], { stdio: 'ignore' });
  const dataDir = await leavePidFile(stranger.pid ?? 0);
  const server = await bench.start({ dataDir });
  expect(server.pid).not.toBe(stranger.pid);
  expect(stranger.exitCode).toBeNull();
  await killHard(stranger);
});

test('a zombie does not block the start', async () => {
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 60'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(createInterface({ input: parent.stdout }), 'line');
  const zombie = Number(line);
  await eventually(async () => (await readFile(`/proc/${zombie}/stat`, 'utf8')).includes(') Z '));
  const dataDir = await leavePidFile(zombie);
  expect((await bench.start({ dataDir })).pid).not.toBe(zombie);
  await killHard(parent);
});
