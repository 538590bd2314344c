import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseUrl, withDatabase } from './hub-database.js';

/** The process id of the PostgreSQL that runs in a data folder. */
export async function postmasterPid(dataDir: string): Promise<number> {
  const file = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}

/** The locks by which one process owns a server and relays each outbox: database and number, sorted. */
export async function standingLocks(dataDir: string): Promise<string[]> {
  const { rows } = await withDatabase(await databaseUrl(dataDir), (session) =>
    session.query<{ lock: string }>(`
      select concat_ws(' ', d.datname, l.classid, l.objid) as lock
      from pg_locks l join pg_database d on d.oid = l.database
      where l.locktype = 'advisory' and l.granted and l.objsubid = 2
      order by 1`),
  );
  return rows.map(({ lock }) => lock);
}
