import { createRequire } from 'node:module';
import pg from 'pg';

export interface RecordedStatements {
  /** In the order in which they were sent. */
  readonly statements: readonly string[];
  /** `begin`, `commit` and the like. */
  readonly transactionControl: readonly string[];
  /** What relay, projections and sign-in send by themselves, whether or not anybody asks something. */
  readonly background: readonly string[];
}

const TRANSACTION_CONTROL =
  /^\s*(begin|start transaction|commit|rollback|savepoint|release|set transaction)\b/i;
const BACKGROUND =
  /\b(outbox_settle|projection_cursor|projection_advance|pg_try_advisory_lock|pg_notify)\b|^\s*listen\b|\bfrom outbox\b|\bfrom "(token_key|ended_session)"/i;

/**
 * Runs something and tells which SQL statements this process sent meanwhile, over every connection of `pg`. Calls may
 * not overlap.
 */
export async function recordStatements<T>(
  work: () => Promise<T>,
): Promise<RecordedStatements & { result: T }> {
  const texts: string[] = [];
  const restore = tapQueries((text) => texts.push(text));
  try {
    return { result: await work(), ...sort(texts) };
  } finally {
    restore();
  }
}

function sort(texts: readonly string[]): RecordedStatements {
  const transactionControl = texts.filter((text) => TRANSACTION_CONTROL.test(text));
  const background = texts.filter((text) => BACKGROUND.test(text));
  const aside = new Set([...transactionControl, ...background]);
  return { statements: texts.filter((text) => !aside.has(text)), transactionControl, background };
}

function tapQueries(record: (text: string) => void): () => void {
  const restores = [...clientPrototypes()].map((prototype) => tap(prototype, record));
  return () => {
    for (const restore of restores) restore();
  };
}

interface ClientPrototype {
  query(...args: unknown[]): unknown;
}

/** npm may give MikroORM a copy of `pg` of its own. */
function clientPrototypes(): ReadonlySet<ClientPrototype> {
  const fromHere = createRequire(import.meta.url);
  const fromMikroOrm = createRequire(fromHere.resolve('@mikro-orm/postgresql'));
  const { Client } = fromMikroOrm('pg') as typeof pg;
  return new Set([pg.Client.prototype as ClientPrototype, Client.prototype as ClientPrototype]);
}

function tap(prototype: ClientPrototype, record: (text: string) => void): () => void {
  const { query } = prototype;
  prototype.query = function tapped(this: unknown, ...args: unknown[]) {
    record(textOf(args[0]));
    return query.apply(this as ClientPrototype, args);
  };
  return () => {
    prototype.query = query;
  };
}

/** `pg` takes a text, a configuration, or an object that submits itself. */
function textOf(query: unknown): string {
  if (typeof query === 'string') return query;
  const { text } = (query ?? {}) as { text?: unknown };
  return typeof text === 'string' ? text : '';
}
