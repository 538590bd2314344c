import { sql } from 'kysely';
import { BatchedRemoval } from '../database/batched-removal.js';
import { EXPIRED_NONCES_LOCK, KIT_LOCKS } from '../outbox/advisory-locks.js';
import type { AnyDatabase } from '../outbox/any-database.js';
import { messageLifetimeSeconds } from './sign-message.js';

/** One that is this old cannot be used again anyway: twice as long as the oldest and the youngest message are apart. */
export const noncesKeptSeconds = 4 * messageLifetimeSeconds;

/** The database that all replicas of a subgraph share. */
export interface NonceDatabase {
  readonly reads: AnyDatabase;
  transaction<T>(work: (unit: { readonly sql: AnyDatabase }) => Promise<T>): Promise<T>;
}

/** Which messages a subgraph has had, whichever of its replicas had them. */
export class Nonces {
  constructor(private readonly db: AnyDatabase) {}

  /** @returns whether this is the first time; of several calls at once exactly one hears yes */
  async claim(nonce: string): Promise<boolean> {
    const { rows } = await sql<{
      first: boolean;
    }>`select claim_gateway_nonce(${nonce}::uuid) as first`.execute(this.db);
    return rows[0]?.first === true;
  }
}

const batch = 1_000;

/** Removes nonces that nobody can use again, twice a minute. Of all replicas one does it at a time. */
export class ExpiredNonces extends BatchedRemoval {
  constructor(database: Pick<NonceDatabase, 'transaction'>, report: (error: unknown) => void) {
    super({
      ...{ batch, report },
      firstAfterMs: 30_000,
      everyMs: 30_000,
      removeBatch: () =>
        database.transaction(async ({ sql: tx }) => {
          const { rows: locks } = await sql<{ held: boolean }>`
            select pg_try_advisory_xact_lock(${KIT_LOCKS}::int, ${EXPIRED_NONCES_LOCK}::int) as held`.execute(
            tx,
          );
          if (!locks[0]?.held) return 0;
          const { numAffectedRows = 0n } = await sql`
            delete from gateway_nonce where nonce in (
              select nonce from gateway_nonce
               where claimed_at < hub_now() - make_interval(secs => ${noncesKeptSeconds}::int)
               order by claimed_at limit ${batch})`.execute(tx);
          return Number(numAffectedRows);
        }),
    });
  }
}
