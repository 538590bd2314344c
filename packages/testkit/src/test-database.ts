import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { onDatabase, withAdmin } from './admin-connection.js';
import { clusterEnvironment } from './cluster-environment.js';
import { leakedConnections } from './open-connections.js';
import { databaseName, ensureTemplate, type Template } from './template-database.js';
import { testRole } from './test-role.js';

/** A database of one test file. */
export interface TestDatabase {
  /** As the role that owns the database; an ordinary one. */
  readonly url: string;
  /** As superuser, to the same database. */
  readonly adminUrl: string;

  /**
   * Removes the database.
   *
   * @throws Error naming the connections that the tests have left open, after removing it all the same
   */
  drop(): Promise<void>;
}

/** Makes a database by copying the template of `key`, which `migrate` fills once per run. */
export async function createTestDatabase(template: Template): Promise<TestDatabase> {
  const source = await ensureTemplate(template);
  const name = databaseName(randomBytes(4).toString('hex'), template.key);
  const { url } = clusterEnvironment();
  const owner = pg.escapeIdentifier(testRole.name);
  await withAdmin(url, (admin) =>
    admin.query(
      `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(source)} owner ${owner}`,
    ),
  );
  return {
    url: onDatabase(url, name, testRole),
    adminUrl: onDatabase(url, name),
    drop: () => dropDatabase(url, name),
  };
}

async function dropDatabase(url: string, name: string): Promise<void> {
  const leaked = await withAdmin(url, async (admin) => {
    const open = await leakedConnections(admin, name);
    await admin.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
    return open;
  });
  if (leaked.length > 0) throw new Error(`Connections were left open:\n${leaked.join('\n')}`);
}
