import pg from 'pg';

/** An ordinary role, so that tests meet the limits that production has. */
export const testRole = { name: 'hub_test', password: 'hub-test' };

/** Makes the role unless it exists. */
export async function ensureTestRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [testRole.name]);
  if (rowCount !== 0) return;
  const password = pg.escapeLiteral(testRole.password);
  await client.query(`create role ${pg.escapeIdentifier(testRole.name)} login password ${password}`);
}
