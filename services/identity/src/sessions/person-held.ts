import { type Kysely, sql } from 'kysely';
import { addressOf } from '../sign-in/person-address.js';
import type { Tables } from '../tables.js';
import { apiKeysOf } from './api-keys.js';
import { sessionsOf } from './open-sessions.js';

/** What is on record of a person in one table. */
export interface HeldHere {
  readonly table: string;
  readonly rows: readonly object[];
}

/** What this service holds about a person, without what signs the person in. */
export async function personHeld(db: Kysely<Tables>, personId: string): Promise<readonly HeldHere[]> {
  const person = await db
    .selectFrom('person')
    .select(['id', 'created_at as since'])
    .where('email', '=', addressOf(personId))
    .executeTakeFirst();
  if (!person) return [];
  const passkeys = await db
    .selectFrom('passkey')
    .select(['id', 'name as label', 'device_type as kind', 'created_at as since'])
    .where('user_id', '=', person.id)
    .orderBy('id')
    .execute();
  const held = [
    { table: 'person', rows: [{ since: person.since }] },
    { table: 'session', rows: await sessionsOf(db, person.id) },
    { table: 'passkey', rows: passkeys },
    { table: 'api_key', rows: await apiKeysOf(db, person.id) },
  ];
  return held.filter(({ rows }) => rows.length > 0);
}

/**
 * Ends all that signs a person in, and forgets the person. Tokens that live on are refused within 5 s. Harmless when
 * repeated; whoever has the mailbox can sign in again, as somebody new.
 * @returns how many rows went, beside those that go with them
 */
export async function forgetPerson(db: Kysely<Tables>, personId: string): Promise<number> {
  const address = addressOf(personId);
  return db.transaction().execute(async (tx) => {
    const links = await sql`
      delete from verification where position(${address} in identifier || ' ' || value) > 0`.execute(tx);
    const { numDeletedRows } = await tx.deleteFrom('person').where('email', '=', address).executeTakeFirst();
    return Number((links.numAffectedRows ?? 0n) + numDeletedRows);
  });
}
