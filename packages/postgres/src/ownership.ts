import type { Client } from 'pg';
import { openConnection } from './connection.js';

/** Two numbers that name the lock, chosen once ("CoHu"); advisory locks have no other names. */
const LOCK = [0x436f4875, 1] as const;
const NAME_PREFIX = 'coalition-hub owner ';

/** The right to supervise and stop a server, held by a session and so gone with the process that holds it. */
export interface Ownership {
  /** Resolves when the session ended, on purpose or not. */
  readonly lost: Promise<void>;
  release(): Promise<void>;
}

/** The outcome of asking for ownership: it, or the process id of who has it. */
export type Claim = { ownership: Ownership } | { heldBy: string };

/**
 * Asks for the ownership of a server without waiting for it.
 *
 * @param url the superuser's connection string, whose database holds the lock
 * @throws the errors of `pg` when the server does not answer
 */
export async function claimOwnership(url: string): Promise<Claim> {
  const client = await openConnection(url, `${NAME_PREFIX}${process.pid}`);
  const lost = new Promise<void>((resolve) => {
    client.once('end', resolve);
    client.once('error', () => resolve());
  });
  try {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS mine', [
      ...LOCK,
    ]);
    if (rows[0]?.mine) return { ownership: { lost, release: () => client.end().catch(() => undefined) } };
    const heldBy = await holderOf(client);
    await client.end();
    return { heldBy };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function holderOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT a.application_name AS name
       FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.granted AND l.classid = $1 AND l.objid = $2 AND l.objsubid = 2`,
    [...LOCK],
  );
  return rows[0]?.name.replace(NAME_PREFIX, '') ?? 'unknown';
}
