import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ordinaryUser } from './ordinary-user.js';
import { processesBelow, query, Workbench } from './workbench.js';

const bench = new Workbench();

test('the first start makes a durable cluster, a later one finds the data', async () => {
  const dataDir = join(await bench.folder(), 'private', 'data');
  const startedAt = performance.now();
  const first = await bench.start({ dataDir, settings: {} });
  const firstMs = performance.now() - startedAt;
  expect(first.port).toBeLessThan(32_768);
  expect(await query(first.url, 'SHOW fsync')).toEqual([{ fsync: 'on' }]);
  expect(await query(first.url, 'SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  await query(first.url, "CREATE TABLE kept AS SELECT 'a name' AS name");
  await first.stop();
  expect(processesBelow([dataDir])).toEqual([]);

  const restartedAt = performance.now();
  const second = await bench.start({ dataDir, settings: {} });
  const laterMs = performance.now() - restartedAt;
  expect(await query(second.url, 'SELECT name FROM kept')).toEqual([{ name: 'a name' }]);
  process.stdout.write(
    `PostgreSQL: first start ${firstMs.toFixed(0)} ms, later start ${laterMs.toFixed(0)} ms\n`,
  );
});

test('the password is private, and the only way in', async () => {
  const dataDir = await bench.folder();
  const server = await bench.start({ dataDir });
  expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(dataDir, 'postgres.log'))).mode & 0o777).toBe(0o600);
  const guess = new URL(server.url);
  guess.password = 'guess';
  await expect(query(guess.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test('a demanded port is used, also when the data were served on another one before', async () => {
  const dataDir = await bench.folder();
  const before = await bench.start({ dataDir });
  await before.stop();
  const demanded = before.port === 14_001 ? 14_002 : 14_001;
  expect((await bench.start({ dataDir, port: demanded })).port).toBe(demanded);
});

test('stopping twice is stopping once', async () => {
  const server = await bench.start({ dataDir: await bench.folder() });
  await Promise.all([server.stop(), server.stop()]);
  await server.stop();
  await expect(query(server.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('an ordinary user starts it too', async () => {
  const user = await ordinaryUser(await bench.folder());
  if (user === null) return;
  const { report } = bench.hub(join(user.folder, 'data'), user.identity);
  const { url } = await report;
  expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});
