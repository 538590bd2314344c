import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import pg from 'pg';
import { waitUntil } from '../src/index.js';

const module = fileURLToPath(new URL('../dist/jest/test-cluster.js', import.meta.url));
const script = `
  const { startTestCluster } = await import(${JSON.stringify(module)});
  const { url } = await startTestCluster();
  console.log(url);
  setInterval(() => undefined, 1_000);
`;

test('a cluster whose run is killed ends, and its folder goes', async () => {
  const run = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = (await once(createInterface(run.stdout), 'line')) as [string];
  const folder = await dataDirectory(url);
  expect(existsSync(folder)).toBe(true);
  run.kill('SIGKILL');
  await waitUntil(() => !existsSync(folder), { what: 'the folder removed', timeoutMs: 15_000 });
  await expect(dataDirectory(url)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

async function dataDirectory(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ data_directory: string }>('show data_directory');
  await client.end();
  return rows[0]?.data_directory ?? '';
}
