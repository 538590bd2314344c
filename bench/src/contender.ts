import type { Client } from 'pg';
import type { ContenderName } from './options.js';

/** A running server that is measured. */
export interface Contender {
  readonly name: ContenderName;
  /** Of its GraphQL endpoint. */
  readonly url: string;
  /** Its Node process. */
  readonly pid: number;
  /** The operation in its own words. */
  readonly query: string;
}

/** The PostgreSQL that serves all contenders. */
export interface DatabaseServer {
  /** The process whose children the backends are. */
  readonly postmaster: number;
  /** The superuser's, for questions between the rounds. */
  readonly admin: Client;
  /** The superuser's connection string. */
  readonly url: string;
}
