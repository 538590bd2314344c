import { readFile } from 'node:fs/promises';
import { ensureDatabase, startPostgres } from '@coalition-hub/postgres';
import { createGuardedFolder } from '@coalition-hub/testkit';
import { expect, jest, test } from '@jest/globals';
import { databaseOf } from '../src/assembly/subgraphs.js';
import { identityDatabase } from '../src/identity/start-identity.js';
import { serviceNames } from '../src/index.js';
import { databaseUrl, withDatabase } from './hub-process/hub-database.js';
import { Workbench } from './hub-process/workbench.js';

jest.setTimeout(120_000);

const bench = new Workbench();
const shared = ['postgres', 'template1'];

test('the role of a service may connect to the service’s own database, and to no other of the server', async () => {
  const hub = await bench.hub({ env: { HUB_SAMPLE_DATA: 'off' } });
  await hub.ready();
  const roles = [...serviceNames.map(databaseOf), identityDatabase];
  const { rows } = await withDatabase(await databaseUrl(hub.dataDir), (session) =>
    session.query<{ role: string; database: string }>(
      `select rolname as role, datname as database from pg_roles cross join pg_database
        where rolname = any($1) and datallowconn and has_database_privilege(rolname, datname, 'CONNECT')
        order by rolname collate "C", datname`,
      [roles],
    ),
  );
  expect(rows).toEqual(
    roles.toSorted((one, other) => (one < other ? -1 : 1)).map((role) => ({ role, database: role })),
  );
  await hub.stop();
});

test('a cluster that Compose makes refuses other roles where it is open by itself', async () => {
  const compose = await readFile(new URL('../../docker-compose.yml', import.meta.url), 'utf8');
  const [, path = ''] = /- \.\/(\S+\.sql):\/docker-entrypoint-initdb\.d\/\S+\.sql:ro/.exec(compose) ?? [];
  const folder = await createGuardedFolder();
  const server = await startPostgres({ dataDir: folder.path, settings: { fsync: 'off' } });
  try {
    const url = await ensureDatabase(server.url, { database: 'own', role: 'own', password: 'own' });
    const enter = (database: string) =>
      withDatabase(Object.assign(new URL(url), { pathname: `/${database}` }).href, (session) =>
        session.query('select 1'),
      );
    for (const database of shared) expect((await enter(database)).rowCount).toBe(1);
    const script = await readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
    await withDatabase(server.url, (session) => session.query(script));
    for (const database of shared) await expect(enter(database)).rejects.toMatchObject({ code: '42501' });
    expect((await enter('own')).rowCount).toBe(1);
  } finally {
    await server.stop();
    await folder.remove();
  }
});
