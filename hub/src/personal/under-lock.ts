import pg from 'pg';
import { HubError } from '../hub-error.js';

export interface LockedWork {
  /** Which lock of the database. */
  readonly lock: number;
  /** What is told when another process has it. */
  readonly busy: string;
}

/**
 * Does the work while no other process does the same, whichever machine it runs on. A process that is killed lets go.
 * @param url of the database whose lock it is
 * @param work is handed a check that throws when the lock was lost
 * @throws HubError when another process is at it
 */
export async function underLock<T>(
  url: string,
  { lock, busy }: LockedWork,
  work: (requireLock: () => Promise<unknown>) => Promise<T>,
): Promise<T> {
  const session = new pg.Client({ connectionString: url });
  session.on('error', () => undefined);
  await session.connect();
  try {
    const asked = 'select pg_try_advisory_lock($1) as held';
    const { rows } = await session.query<{ held: boolean }>(asked, [lock]);
    if (rows[0]?.held !== true) throw new HubError(busy);
    return await work(() => session.query('select 1'));
  } finally {
    await session.end().catch(() => undefined);
  }
}
