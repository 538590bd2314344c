import { randomUUID } from 'node:crypto';
import { InProcessBus } from '@coalition-hub/bus';
import type { Template } from '@coalition-hub/testkit';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { Outbox, type OutboxOptions, outboxTables, type RelayFailure } from '../src/outbox/index.js';
import { projectionTables } from '../src/projections/index.js';

const hubNow = `create function hub_now() returns timestamptz language sql volatile as 'select clock_timestamp()'`;

/** What `seen` holds: which projection applied which event, in which order. */
const seen = `create table seen (
  turn bigserial primary key, projection text not null, stream text not null, position bigint not null, type text not null
)`;

/** A database with nothing but outbox, cursors and a table for what projections have seen. */
export const outboxTemplate: Template = {
  key: 'outbox',
  async migrate(url) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    for (const statement of [hubNow, ...outboxTables, ...projectionTables, seen])
      await client.query(statement);
    await client.end();
  },
};

export interface Tables {
  seen: { turn: string; projection: string; stream: string; position: string; type: string };
  outbox: { id: string; position: string | null; subject: string };
}

/** One process of a service, as far as its events go. */
export class TestService {
  readonly failures: RelayFailure[] = [];
  readonly pool: pg.Pool;
  readonly db: Kysely<Tables>;
  readonly outbox: Outbox;

  constructor(
    url: string,
    readonly stream = 'statements',
    readonly bus = new InProcessBus({ retry: { firstMs: 10, longestMs: 100 } }),
    options: Partial<OutboxOptions> = {},
  ) {
    this.pool = new pg.Pool({ connectionString: url, max: 10, application_name: `${stream} pool` });
    // A connection that is cut while it is in use is reported by the query that meets it.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
    this.pool.on('error', () => undefined);
    this.db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: this.pool }) });
    this.outbox = new Outbox({
      stream,
      db: this.db,
      connectionString: url,
      bus: this.bus,
      report: (failure) => this.failures.push(failure),
      ...options,
    });
    this.bus.attach(stream, this.outbox);
  }

  /** One command with one event each; signals like a command unless told not to. */
  async record(subjects: readonly string[], { silent = false } = {}): Promise<void> {
    await this.db.transaction().execute((tx) =>
      this.outbox.record(
        tx,
        subjects.map((subject) => event(subject)),
      ),
    );
    if (!silent) this.outbox.committed();
  }

  /** Subjects of the events that have a position, in its order. */
  async relayed(): Promise<string[]> {
    const { rows } = await sql<{ subject: string }>`
      select subject from outbox where position is not null order by position
    `.execute(this.db);
    return rows.map(({ subject }) => subject);
  }

  async stop(): Promise<void> {
    await this.bus.close();
    await this.outbox.stop();
    await this.db.destroy();
  }
}

export function event(
  subject: string,
  type = 'TESTED',
): { id: string; type: string; subject: string; data: object } {
  return { id: randomUUID(), type, subject, data: { subject } };
}
