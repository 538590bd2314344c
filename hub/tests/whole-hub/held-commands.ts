import { waitUntil } from '@coalition-hub/testkit';
import { withDatabase } from '../hub-process/hub-database.js';

/** Who is waiting in a database whose commands are held up. */
export interface HeldCommands {
  /** Waits until a command wants to write into the table. */
  aboutToCommit(): Promise<void>;
}

/**
 * Lets work be done while no command of a service can commit: each stops where it wants to write into a table, with all
 * the locks that it took.
 * @param url the superuser's, of the service's database
 * @param table by default the last one that a command writes to: who asked for it
 */
export function whileNothingCommits<T>(
  url: string,
  work: (held: HeldCommands) => Promise<T>,
  table = 'audit_entry',
): Promise<T> {
  return withDatabase(url, async (session) => {
    await session.query(`begin; lock table ${table} in share mode`);
    const waiting = `select from pg_locks where not granted and relation = '${table}'::regclass`;
    const aboutToCommit = () =>
      waitUntil(async () => (await session.query(waiting)).rowCount !== 0, {
        what: 'a command that is about to commit',
        timeoutMs: 15_000,
      });
    try {
      return await work({ aboutToCommit });
    } finally {
      await session.query('rollback');
    }
  });
}
