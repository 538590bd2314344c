import type { SpawnOptions } from 'node:child_process';
import { PostgresError } from './postgres-error.js';

/** A program and its arguments, ready to be spawned. */
export interface Command {
  program: string;
  args: string[];
}

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * The command that runs `program` without being root, which PostgreSQL insists on. Root becomes an ordinary user
 * in a user namespace of its own: the files still belong to root, so folders that only root may enter work too.
 */
export function unprivilegedCommand(program: string, args: string[]): Command {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return { program, args };
  const namespace = ['--user', '--map-user=1000', '--map-group=1000', '--'];
  return { program: 'unshare', args: [...namespace, program, ...args] };
}

/** The environment of PostgreSQL's programs: English messages, and nothing of the caller's PG* variables. */
export function programEnvironment(): SpawnOptions['env'] {
  if (process.platform === 'win32') return { ...process.env, LC_ALL: 'C' };
  return { PATH, LC_ALL: 'C', TZ: 'UTC' };
}

/** The sentence for a system on which root cannot become an ordinary user. */
export function rootRefused(cause?: unknown): PostgresError {
  return new PostgresError(
    'root-refused',
    'PostgreSQL does not run as root and this system does not let root step down: start the hub as an ordinary user, or give it a PostgreSQL server of your own.',
    { cause },
  );
}
