import { randomBytes, randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addressOf } from '../sign-in/person-address.js';
import type { Tables } from '../tables.js';

/**
 * A session for a token that the owner of the data folder made: it is listed and can be ended like any other. No cookie
 * belongs to it.
 * @returns its id
 */
export async function openScriptSession(
  db: Kysely<Tables>,
  personId: string,
  expiresAt: Date,
): Promise<string> {
  const id = randomUUID();
  await db.transaction().execute(async (tx) => {
    const userId = await ensurePerson(tx, personId);
    await tx
      .insertInto('session')
      .values({
        id,
        user_id: userId,
        token: randomBytes(32).toString('base64url'),
        user_agent: 'Command line',
        expires_at: expiresAt,
        tokens_until: expiresAt,
      })
      .execute();
  });
  return id;
}

/** @returns the id of the person's row */
async function ensurePerson(tx: Kysely<Tables>, personId: string): Promise<string> {
  const email = addressOf(personId);
  await tx
    .insertInto('person')
    .values({ id: randomUUID(), name: '', email, email_verified: true })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute();
  const { id } = await tx
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  return id;
}
