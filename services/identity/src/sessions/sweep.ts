import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.js';

const interval = 3_600_000;

/** What has ended and says nothing any more, by table and the column with its end. */
const endings = [
  ['session', 'expires_at'],
  ['verification', 'expires_at'],
  ['attempt', 'window_ends_at'],
  ['ended_session', 'until'],
] as const;

/** Removes what has ended, hourly, so that the database does not remember who signed in when. */
export class Sweep {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(
    private readonly db: Kysely<Tables>,
    private readonly report: (error: unknown) => void,
  ) {}

  start(): void {
    this.#timer = setInterval(() => {
      this.#running = this.run().catch(this.report);
    }, interval).unref();
  }

  async run(): Promise<void> {
    for (const [table, end] of endings) {
      await sql`delete from ${sql.table(table)} where ${sql.ref(end)} < clock_timestamp()`.execute(this.db);
    }
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }
}
