import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import type { SignedOrganisation } from './answer.js';

/**
 * What a programmer would write for this one question and nothing else: three statements of SQL and JSON.stringify.
 * It reads `slug` and `first` out of a GraphQL request and does not look at the operation. A process of its own, with
 * the database in DATABASE_URL and the port in PORT.
 */

const KEEP_ALIVE_MS = 60_000;

interface StatementRow {
  readonly id: number;
  readonly slug: string;
  readonly title: string;
  readonly total: number;
}

interface SignatureRow {
  readonly name: string;
  readonly organisation: number;
}

interface OrganisationRow extends SignedOrganisation {
  readonly id: number;
}

// Named, so that each connection plans them once.
const STATEMENT = {
  name: 'statement',
  text: `SELECT id, slug, title,
                (SELECT count(*)::int FROM signature WHERE statement_id = statement.id) AS total
           FROM statement WHERE slug = $1`,
};
const SIGNATURES = {
  name: 'signatures',
  text: `SELECT name_as_signed AS name, organisation_id AS organisation
           FROM signature WHERE statement_id = $1 ORDER BY id LIMIT $2`,
};
const ORGANISATIONS = {
  name: 'organisations',
  text: 'SELECT id, slug, name, country FROM organisation WHERE id = ANY($1)',
};

const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 10 });
pool.on('error', () => undefined);

async function readStatement(slug: string, first: number) {
  const { rows } = await pool.query<StatementRow>({ ...STATEMENT, values: [slug] });
  const statement = rows[0];
  if (statement === undefined) return null;
  const signatures = await pool.query<SignatureRow>({ ...SIGNATURES, values: [statement.id, first] });
  const organisations = await readOrganisations(signatures.rows.map(({ organisation }) => organisation));
  const edges = signatures.rows.map(({ name, organisation }) => ({
    node: { nameAsSigned: name, organisation: organisations.get(organisation) ?? null },
  }));
  return {
    slug: statement.slug,
    title: statement.title,
    signatures: { totalCount: statement.total, edges },
  };
}

async function readOrganisations(ids: readonly number[]): Promise<Map<number, SignedOrganisation>> {
  const { rows } = await pool.query<OrganisationRow>({ ...ORGANISATIONS, values: [ids] });
  return new Map(rows.map(({ id, slug, name, country }) => [id, { slug, name, country }]));
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { variables } = JSON.parse(await text(request)) as { variables: { slug: string; first: number } };
  const body = Buffer.from(
    JSON.stringify({ data: { statement: await readStatement(variables.slug, variables.first) } }),
  );
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
  });
  response.end(body);
}

const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
  answer(request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error));
  });
});

server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('ready'));
// Whoever started it is gone, however that came about.
process.once('disconnect', () => process.exit(0));
