import { NewerDatabase } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Tables } from '../tables.js';
import * as identity001 from './identity-001.js';

/** In order of their names; a name never changes once released. */
const migrations = { 'identity-001': identity001 };

/**
 * Brings the schema up to date; several processes may call it at once.
 * @throws NewerDatabase when it was already changed by a newer version of the program
 */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  });
  const unknown = (await executed(db)).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length > 0) throw new NewerDatabase(unknown);
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

async function executed(db: Kysely<Tables>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'migration')) return [];
  const rows = await (db as unknown as Kysely<{ migration: { name: string } }>)
    .selectFrom('migration')
    .select('name')
    .execute();
  return rows.map(({ name }) => name);
}
