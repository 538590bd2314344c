import { sql } from 'kysely';
import { KIT_LOCKS, PERSONAL_KEYS_LOCK } from '../outbox/advisory-locks.js';
import type { AnyDatabase } from '../outbox/any-database.js';

/**
 * Held from before a text is sealed until it is committed. A rotation takes it for itself once: after that, whatever
 * an old key has sealed is committed and can be seen, and whoever seals next reads the ring anew.
 */
export async function holdPersonalKeys(tx: AnyDatabase): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${KIT_LOCKS}::int, ${PERSONAL_KEYS_LOCK}::int)`.execute(tx);
}

/** Waits until nobody seals; until the end of the transaction nobody does. */
export async function takePersonalKeys(tx: AnyDatabase): Promise<void> {
  await sql`select pg_advisory_xact_lock(${KIT_LOCKS}::int, ${PERSONAL_KEYS_LOCK}::int)`.execute(tx);
}
