import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import { isRefusedLogin, withConnection } from './connection.js';
import { errorCode } from './error-code.js';
import { PostgresError } from './postgres-error.js';
import { scramVerifier } from './scram-verifier.js';

/** A database and the role that owns it. */
export interface OwnedDatabase {
  database: string;
  role: string;
  /** Printable ASCII. */
  password: string;
}

const LOCK_NAMESPACE = 0x436f4462;
const ALREADY_THERE = new Set(['42710', '42P04', '23505']);
const FIRST_WITH_BUILTIN_LOCALES = 170_000;
const FIRST_WITH_SET_OPTION = 160_000;

/**
 * Makes sure that a database exists, owned by a login role with this password, and closed to all other roles. May be
 * repeated and may run in several processes at once. The administrator needs no more than CREATEDB and CREATEROLE.
 *
 * @param adminUrl a connection string of the administrator
 * @returns the connection string of the role for its database
 * @throws PostgresError `database-taken` when the database belongs to another role; the errors of `pg` otherwise
 */
export async function ensureDatabase(adminUrl: string, wanted: OwnedDatabase): Promise<string> {
  const url = ownerUrl(adminUrl, wanted);
  await withConnection(adminUrl, async (admin) => {
    // Held until the session ends. Without it two processes trip over each other's ALTER ROLE.
    await admin.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK_NAMESPACE, wanted.role]);
    await ensureRole(admin, wanted);
    await ensureOwned(admin, wanted);
    await closeToOthers(url).catch(async (error: unknown) => {
      if (!isRefusedLogin(error)) throw error;
      await setPassword(admin, wanted);
      await closeToOthers(url);
    });
  });
  return url;
}

function ownerUrl(adminUrl: string, { database, role, password }: OwnedDatabase): string {
  const url = new URL(adminUrl);
  url.username = encodeURIComponent(role);
  url.password = encodeURIComponent(password);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

async function ensureRole(admin: Client, { role, password }: OwnedDatabase): Promise<void> {
  const { rowCount } = await admin.query('SELECT FROM pg_roles WHERE rolname = $1 AND rolcanlogin', [role]);
  if (rowCount === 1) return;
  const verifier = escapeLiteral(await scramVerifier(password));
  await unlessThere(admin.query(`CREATE ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${verifier}`));
}

async function setPassword(admin: Client, { role, password }: OwnedDatabase): Promise<void> {
  const verifier = escapeLiteral(await scramVerifier(password));
  await admin.query(`ALTER ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${verifier}`);
}

async function ensureOwned(admin: Client, wanted: OwnedDatabase): Promise<void> {
  if ((await ownerOf(admin, wanted.database)) === null) await createDatabase(admin, wanted);
  const owner = await ownerOf(admin, wanted.database);
  if (owner === wanted.role) return;
  throw new PostgresError(
    'database-taken',
    `The database ${wanted.database} belongs to the role ${owner}: give it to ${wanted.role} with ALTER DATABASE … OWNER TO, or choose another name.`,
  );
}

async function ownerOf(admin: Client, database: string): Promise<string | null> {
  const { rows } = await admin.query<{ owner: string }>(
    'SELECT pg_get_userbyid(datdba) AS owner FROM pg_database WHERE datname = $1',
    [database],
  );
  return rows[0]?.owner ?? null;
}

async function createDatabase(admin: Client, { database, role }: OwnedDatabase): Promise<void> {
  const version = await serverVersion(admin);
  await joinRole(admin, role, version);
  await unlessThere(
    admin.query(
      `CREATE DATABASE ${escapeIdentifier(database)} OWNER ${escapeIdentifier(role)} ${collation(version)}`,
    ),
  );
}

/** An administrator who is no superuser may give a database only to a role whose place it may take. */
async function joinRole(admin: Client, role: string, version: number): Promise<void> {
  const right = version >= FIRST_WITH_SET_OPTION ? 'SET' : 'MEMBER';
  const { rows } = await admin.query<{ may: boolean }>('SELECT pg_has_role(current_user, $1, $2) AS may', [
    role,
    right,
  ]);
  if (!rows[0]?.may) await admin.query(`GRANT ${escapeIdentifier(role)} TO CURRENT_USER`);
}

/**
 * Text compares by code point, which no upgrade of ICU or the C library can change under an index; lists for people
 * ask for COLLATE "und-x-icu". The ctype is the server's own: with C, pg_trgm would see no letters beyond ASCII.
 */
function collation(version: number): string {
  const provider =
    version >= FIRST_WITH_BUILTIN_LOCALES ? "LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'" : '';
  return `TEMPLATE template0 ENCODING 'UTF8' ${provider} LC_COLLATE 'C'`;
}

async function serverVersion(admin: Client): Promise<number> {
  const { rows } = await admin.query<{ version: number }>(
    `SELECT current_setting('server_version_num')::int AS version`,
  );
  return rows[0]?.version ?? 0;
}

/** Done as the owner, which also shows that the connection string works. */
async function closeToOthers(url: string): Promise<void> {
  await withConnection(url, async (owner) => {
    const { rows } = await owner.query<{ open: boolean; name: string }>(
      `SELECT has_database_privilege('public', current_database(), 'CONNECT') AS open, current_database() AS name`,
    );
    const database = escapeIdentifier(rows[0]?.name ?? '');
    if (rows[0]?.open) await owner.query(`REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC`);
  });
}

/** Another tool, which does not know of the lock, may have been faster. */
async function unlessThere(creation: Promise<unknown>): Promise<void> {
  await creation.catch((error: unknown) => {
    if (!ALREADY_THERE.has(errorCode(error))) throw error;
  });
}
