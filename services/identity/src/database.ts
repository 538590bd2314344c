import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.js';

/** No request may hold a connection for longer, in ms. */
const longestStatement = 30_000;

export interface DatabaseOptions {
  readonly url: string;
  /** Connections kept at most. */
  readonly poolSize: number;
}

/** The service's own database. The pool is closed with the instance. */
export function openDatabase({ url, poolSize }: DatabaseOptions): Kysely<Tables> {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: 'identity',
    connectionTimeoutMillis: 5_000,
    statement_timeout: longestStatement,
  });
  // Without a listener a killed PostgreSQL would take the process down; the next query opens a new connection.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
