import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { writing } from '@coalition-hub/subgraph';
import { type Kysely, sql } from 'kysely';
import { personIdOf } from '../sign-in/person-address.js';
import type { Tables } from '../tables.js';
import type { TokenClaims } from '../tokens/client-tokens.js';

const mark = 'hubkey_';
const shownCharacters = 6;

/** At most so many keys of one person. */
export const mostKeys = 50;

/**
 * A key has 256 random bits, so a plain hash is enough to keep: nothing can be tried out.
 * @returns the key, which nobody can be shown again; null when the person has too many
 */
export async function makeApiKey(db: Kysely<Tables>, userId: string, name: string, readOnly: boolean) {
  const key = mark + randomBytes(32).toString('base64url');
  const row = {
    id: randomUUID(),
    user_id: userId,
    name,
    prefix: key.slice(0, mark.length + shownCharacters),
    hash: hashOf(key),
    read_only: readOnly,
  };
  return db.transaction().execute(async (tx) => {
    // Two requests at the same moment must not both see the last free place.
    await tx.selectFrom('person').select('id').where('id', '=', userId).forUpdate().execute();
    if ((await apiKeysOf(tx, userId)).length >= mostKeys) return null;
    await tx.insertInto('api_key').values(row).execute();
    return { id: row.id, key };
  });
}

/** A person's keys as they may be shown, newest first. */
export function apiKeysOf(db: Kysely<Tables>, userId: string) {
  return db
    .selectFrom('api_key')
    .select([
      'id',
      'name',
      'prefix',
      'read_only as readOnly',
      'created_at as since',
      'last_used_at as lastUsedAt',
    ])
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Ends one of the person's keys, and the tokens made with it. @returns whether there was one */
export async function endApiKey(db: Kysely<Tables>, userId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('api_key')
    .where('user_id', '=', userId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** @returns the claims of a token for whoever holds the key; null when there is no such key */
export async function personOfKey(db: Kysely<Tables>, key: string): Promise<TokenClaims | null> {
  const row = await db
    .updateTable('api_key')
    .from('person')
    .set({ last_used_at: sql<Date>`clock_timestamp()` })
    .where('api_key.hash', '=', hashOf(key))
    .whereRef('person.id', '=', 'api_key.user_id')
    .returning(['api_key.id', 'api_key.read_only', 'person.email'])
    .executeTakeFirst();
  if (!row) return null;
  return {
    personId: personIdOf(row.email),
    sessionId: row.id,
    scopes: row.read_only ? [] : [writing],
  };
}

function hashOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
