import pg from 'pg';
import { onDatabase, withAdmin } from './admin-connection.js';
import { type ClusterEnvironment, clusterEnvironment } from './cluster-environment.js';
import { ensureTestRole, testRole } from './test-role.js';

export interface Template {
  /** Templates of one key are the same. */
  readonly key: string;
  /** Fills the empty database; must leave no connection open. */
  migrate(url: string): Promise<void>;
}

/** One lock for all templates: the role is made under it too. */
const TEMPLATE_LOCK = 1_952_805_748;

/** Makes the template database once per run and key, whichever process comes first, and returns its name. */
export async function ensureTemplate(template: Template): Promise<string> {
  const cluster = clusterEnvironment();
  const name = databaseName('template', template.key);
  await withAdmin(cluster.url, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureTestRole(admin);
    if (!(await isOfThisRun(admin, name, cluster))) await make(admin, name, template, cluster);
  });
  return name;
}

/** A name of at most 63 characters, in lower case. */
export function databaseName(...parts: readonly string[]): string {
  return parts
    .join('_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .slice(0, 63);
}

async function isOfThisRun(admin: pg.Client, name: string, { run }: ClusterEnvironment): Promise<boolean> {
  const { rows } = await admin.query<{ run: string | null }>(
    `select shobj_description(oid, 'pg_database') as run from pg_database where datname = $1`,
    [name],
  );
  return rows[0]?.run === run;
}

async function make(
  admin: pg.Client,
  name: string,
  template: Template,
  cluster: ClusterEnvironment,
): Promise<void> {
  const quoted = pg.escapeIdentifier(name);
  await admin.query(`drop database if exists ${quoted} with (force)`);
  await admin.query(`create database ${quoted} owner ${pg.escapeIdentifier(testRole.name)}`);
  await template.migrate(onDatabase(cluster.url, name, testRole));
  await admin.query(`comment on database ${quoted} is ${pg.escapeLiteral(cluster.run)}`);
}
