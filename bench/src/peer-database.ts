import pg from 'pg';
import type { StatementAnswer } from './answer.js';
import type { DatabaseServer } from './contender.js';

export const PEERS_DATABASE = 'bench_peers';

// As the hub has it: text by code point, and an index for every way in which the operation reads.
const TABLES = `
  CREATE TABLE statement (
    id integer PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    title text NOT NULL
  );
  CREATE TABLE organisation (
    id integer PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    name text NOT NULL,
    country text
  );
  CREATE TABLE signature (
    id integer PRIMARY KEY,
    statement_id integer NOT NULL REFERENCES statement,
    organisation_id integer NOT NULL REFERENCES organisation,
    name_as_signed text NOT NULL
  );
  CREATE INDEX signature_by_statement ON signature (statement_id, id);
  CREATE INDEX signature_by_organisation ON signature (organisation_id);
`;

/**
 * Makes the database of the peers on the hub's own server and copies the sample statement into it, in the order of
 * the hub's answer. Made anew each time.
 *
 * @returns its connection string
 */
export async function createPeerDatabase(
  server: DatabaseServer,
  statement: StatementAnswer,
): Promise<string> {
  await server.admin.query(`DROP DATABASE IF EXISTS ${PEERS_DATABASE} WITH (FORCE)`);
  await server.admin.query(
    `CREATE DATABASE ${PEERS_DATABASE} TEMPLATE template0 ENCODING 'UTF8'
       LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LC_COLLATE 'C'`,
  );
  const url = new URL(server.url);
  url.pathname = `/${PEERS_DATABASE}`;
  const client = new pg.Client({ connectionString: url.href, application_name: 'bench filling' });
  await client.connect();
  try {
    await client.query(TABLES);
    await copy(client, statement);
    await client.query('VACUUM ANALYZE');
  } finally {
    await client.end();
  }
  return url.href;
}

async function copy(client: pg.Client, { slug, title, signatures }: StatementAnswer): Promise<void> {
  await client.query('INSERT INTO statement VALUES (1, $1, $2)', [slug, title]);
  for (const [index, { node }] of signatures.edges.entries()) {
    const { organisation } = node;
    if (organisation === null) throw new Error(`The organisation of signature ${index + 1} is missing.`);
    await client.query('INSERT INTO organisation VALUES ($1, $2, $3, $4)', [
      index + 1,
      organisation.slug,
      organisation.name,
      organisation.country,
    ]);
    await client.query('INSERT INTO signature VALUES ($1, 1, $1, $2)', [index + 1, node.nameAsSigned]);
  }
}
