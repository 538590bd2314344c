import pg from 'pg';

/** Told from the connections of the code under test by this name. */
export const TESTKIT_APPLICATION = 'testkit';

/** Runs something with a connection of the testkit's own. */
export async function withAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: TESTKIT_APPLICATION });
  // A server that goes away is reported by the query that meets it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same connection string for another database, and another role if given. */
export function onDatabase(url: string, database: string, role?: { name: string; password: string }): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  if (role !== undefined) Object.assign(changed, { username: role.name, password: role.password });
  return changed.href;
}
