import { type Kysely, sql } from 'kysely';
import type { Tables } from '../tables.js';

const now = sql<Date>`clock_timestamp()`;

/** The live sessions of one person, newest first. */
export function sessionsOf(db: Kysely<Tables>, userId: string) {
  return db
    .selectFrom('session')
    .select(['id', 'user_agent as device', 'created_at as since', 'expires_at as until'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Ends one of the person's sessions; of another person's there is none. @returns whether there was one */
export async function endSession(db: Kysely<Tables>, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends all sessions of the person. */
export async function endAllSessions(db: Kysely<Tables>, userId: string): Promise<void> {
  await db.deleteFrom('session').where('user_id', '=', userId).execute();
}
