import { createHash } from 'node:crypto';
import pg from 'pg';
import { isDatabaseGone } from '../errors/database-errors.js';

/** Statements kept prepared on one connection; filters combine to more texts than a server should remember. */
const mostPrepared = 200;

/**
 * A client that prepares each statement with parameters the first time it meets it, so that PostgreSQL parses it once
 * per connection instead of once per request. The name is a digest of the text: two texts never share one.
 */
export class PreparingClient extends pg.Client {
  readonly #names = new Map<string, string>();
  /** Why the transaction that was asked for last could not begin. */
  #notBegun: Error | null = null;

  // biome-ignore lint/suspicious/noExplicitAny: pg declares nine overloads, and all of them are passed on
  override query(first: any, ...rest: any[]): any {
    if (first === 'rollback') return this.rollBack(...rest);
    if (isBegin(first)) return this.begin(first, ...rest);
    if (this.#notBegun !== null) return Promise.reject(this.#notBegun);
    const [values] = rest;
    if (typeof first !== 'string' || !Array.isArray(values) || values.length === 0)
      return super.query(first, ...rest);
    const name = this.nameOf(first);
    if (name === undefined) return super.query(first, ...rest);
    return super.query({ name, text: first, values }, ...rest.slice(1));
  }

  /**
   * Said as an error, the connection would never be given back: Kysely takes one to begin a transaction, and knows only
   * of transactions that have begun how to release it. So the first statement fails instead, and is rolled back.
   */
  private async begin(statement: string, ...rest: unknown[]): Promise<unknown> {
    try {
      return await super.query(statement, ...(rest as [unknown[]]));
    } catch (error) {
      this.#notBegun = error as Error;
      return { command: 'BEGIN', rowCount: null, rows: [] };
    }
  }

  /**
   * A session that is gone has rolled back already. Said as an error, the connection would never be given back: Kysely
   * releases one only after its rollback has succeeded.
   */
  private async rollBack(...rest: unknown[]): Promise<unknown> {
    this.#notBegun = null;
    try {
      return await super.query('rollback', ...(rest as [unknown[]]));
    } catch (error) {
      if (isDatabaseGone(error)) return { command: 'ROLLBACK', rowCount: null, rows: [] };
      throw error;
    }
  }

  private nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined || this.#names.size >= mostPrepared) return known;
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 40);
    this.#names.set(text, name);
    return name;
  }
}

function isBegin(text: unknown): text is string {
  return typeof text === 'string' && (text === 'begin' || text.startsWith('start transaction'));
}
