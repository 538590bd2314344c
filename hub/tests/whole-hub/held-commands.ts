import { waitUntil } from '@coalition-hub/testkit';
import { withDatabase } from '../hub-process/hub-database.js';

/** Who is waiting in a database whose commands are held up. */
export interface HeldCommands {
  /** Waits until a command has changed all it wants to change, and only has to record who asked for it. */
  aboutToCommit(): Promise<void>;
}

/**
 * Lets work be done while no command of a service can commit: each stops before its audit entry, with all the locks
 * that it took.
 * @param url the superuser's, of the service's database
 */
export function whileNothingCommits<T>(url: string, work: (held: HeldCommands) => Promise<T>): Promise<T> {
  return withDatabase(url, async (session) => {
    await session.query('begin; lock table audit_entry in share mode');
    const waiting = `select from pg_locks where not granted and relation = 'audit_entry'::regclass`;
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
