import { databaseUrl, withDatabase } from './hub-database.js';

export type TableContents = Readonly<Record<string, readonly string[]>>;

/** All rows of all tables of a hub's databases, as text and sorted: for comparing them with later ones. */
export async function hubContents(dataDir: string, services: readonly string[]): Promise<TableContents> {
  const contents = await Promise.all(
    services.map(async (service) => tableContents(await databaseUrl(dataDir, `hub_${service}`), service)),
  );
  return Object.assign({}, ...contents);
}

async function tableContents(url: string, service: string): Promise<TableContents> {
  return withDatabase(url, async (session) => {
    const tables = await session.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' order by 1",
    );
    const contents: Record<string, readonly string[]> = {};
    for (const { name } of tables.rows) {
      const { rows } = await session.query<{ row: string }>(
        `select t::text as row from ${name} t order by 1`,
      );
      contents[`${service} ${name}`] = rows.map(({ row }) => row);
    }
    return contents;
  });
}
