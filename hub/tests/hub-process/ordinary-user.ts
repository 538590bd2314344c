import { spawnSync } from 'node:child_process';
import { chmod, chown } from 'node:fs/promises';
import { repository } from './hub-process.js';

const UID = 1000;

export interface OrdinaryUser {
  /** What makes a child process theirs; nothing where the tests are run by one. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
}

/**
 * Gives a folder, then 0700, to an ordinary user. Null, with the reason printed, when root runs the tests where only
 * root may enter.
 */
export async function ordinaryUser(folder: string): Promise<OrdinaryUser | null> {
  if (process.getuid?.() !== 0) return { identity: {} };
  const identity = { uid: UID, gid: UID };
  const probe = spawnSync(process.execPath, ['--version'], { ...identity, cwd: repository });
  if (probe.status !== 0) {
    process.stdout.write('skipped: an ordinary user cannot enter the folder of this checkout\n');
    return null;
  }
  await chown(folder, UID, UID);
  await chmod(folder, 0o700);
  return { identity };
}
