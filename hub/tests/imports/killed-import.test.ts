import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitUntil } from '@coalition-hub/testkit';
import { afterAll, expect, test } from '@jest/globals';
import { databaseUrl, withDatabase } from '../hub-process/hub-database.js';
import { hubEnvironment, hubProgram } from '../hub-process/hub-process.js';
import { Programs } from '../hub-process/programs.js';
import { Workbench } from '../hub-process/workbench.js';

const bench = new Workbench();
const programs = new Programs();
afterAll(() => programs.endAll());

const names = Array.from({ length: 300 }, (_, index) => `Body ${index},KE`);

test('an import that is killed in the middle has entered nothing, and the next one all', async () => {
  const hub = await bench.hub({ dataDir: await bench.usedFolder(), env: { HUB_SAMPLE_DATA: 'off' } });
  await hub.ready();
  const list = join(hub.dataDir, 'list.csv');
  await writeFile(list, `name,country\n${names.join('\n')}\n`);
  const command = [...hubProgram, 'import-organisations', list, '--coalition', 'killed'];
  const start = () =>
    programs.start(command, { cwd: '/', env: hubEnvironment({ HUB_DATA_DIR: hub.dataDir }) });
  await withDatabase(await databaseUrl(hub.dataDir, 'hub_organisations'), async (session) => {
    const rows = async () => {
      const { rows: counted } = await session.query<{ count: number }>(
        'select (select count(*) from organisation)::int + (select count(*) from coalition)::int as count',
      );
      return counted[0]?.count;
    };
    await session.query('begin');
    await session.query('lock table membership in access exclusive mode');
    const killed = start();
    const waits = async () => {
      const { rows: waiting } = await session.query(
        `select 1 from pg_locks join pg_class on pg_class.oid = relation where relname = 'membership' and not granted`,
      );
      return waiting.length > 0;
    };
    await waitUntil(waits, { what: 'the import has registered and waits to admit', timeoutMs: 60_000 });
    killed.send('SIGKILL');
    await killed.ended;
    await session.query('rollback');
    expect(await rows()).toBe(0);
    const { code, stderr } = await start().ended;
    expect([code, stderr]).toEqual([0, expect.stringContaining('Read as utf-8')]);
    expect(await rows()).toBe(301);
  });
  await hub.stop();
}, 180_000);
