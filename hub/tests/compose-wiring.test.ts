import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { startPostgres } from '@coalition-hub/postgres';
import { freePort } from '@coalition-hub/testkit';
import { expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import { withDatabase } from './hub-process/hub-database.js';
import { repository } from './hub-process/hub-process.js';
import { wholeSample } from './hub-process/sample-queries.js';
import { Workbench } from './hub-process/workbench.js';

jest.setTimeout(180_000);

const bench = new Workbench();

interface HubService {
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly healthcheck: { readonly test: readonly string[] };
}

/** What Compose makes of `${NAME}`, `${NAME:-otherwise}` and `$$`. */
function substituted(text: string, given: Readonly<Record<string, string>>): string {
  return text.replace(/\$\$|\$\{(\w+)(?::-([^}]*))?\}/g, (found, name: string, otherwise = '') =>
    found === '$$' ? '$' : given[name] || otherwise,
  );
}

test('what docker-compose.yml says of the hub works, run as plain processes', async () => {
  const file = await readFile(join(repository, 'docker-compose.yml'), 'utf8');
  const { hub: service } = (parse(file) as { services: { hub: HubService } }).services;
  const password = randomBytes(24).toString('hex');
  const given = { POSTGRES_PASSWORD: password, HUB_SAMPLE_DATA: 'on' };
  const environment = Object.fromEntries(
    Object.entries(service.environment).map(([name, value]) => [name, substituted(value, given)]),
  );

  const server = await startPostgres({ dataDir: await bench.folder(), settings: { fsync: 'off' } });
  await withDatabase(server.url, (session) => session.query(`alter role postgres password '${password}'`));
  const url = new URL(environment['DATABASE_URL'] ?? '');
  expect({ host: url.host, user: url.username }).toEqual({ host: 'postgres:5432', user: 'postgres' });

  // All that is not as in the file: where things are on this machine.
  const port = await freePort();
  const dataDir = await bench.folder();
  Object.assign(url, { hostname: '127.0.0.1', port: server.port });
  const here = {
    DATABASE_URL: url.href,
    HUB_HOST: '127.0.0.1',
    HUB_PORT: String(port),
    HUB_DATA_DIR: dataDir,
  };
  const env = { ...environment, ...here, PATH: `${dirname(process.execPath)}:${process.env['PATH']}` };
  const [kind, ...words] = service.healthcheck.test.map((word) => substituted(word, given));
  const health = async () => (await bench.run(words, env)).code;
  expect(kind).toBe('CMD');
  expect(await health()).toBe(1);

  const hub = await bench.hub({ dataDir, port, program: service.command, env, spawn: { cwd: repository } });
  await hub.ready();
  expect(await health()).toBe(0);
  const { statement } = await hub
    .client()
    .query<{ statement: { signatures: { totalCount: number } } }>(wholeSample);
  expect(statement.signatures.totalCount).toBe(108);
  const { code, ms } = await hub.stop();
  expect(code).toBe(0);
  expect(ms).toBeLessThan(10_000);
  expect(await health()).toBe(1);
  await server.stop();
});
