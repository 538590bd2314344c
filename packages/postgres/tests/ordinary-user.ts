import { spawnSync } from 'node:child_process';
import { chmod, chown } from 'node:fs/promises';

const UID = 1000;

/**
 * Makes a folder that belongs to an ordinary user, and the options that spawn a process as that user: nothing special
 * when the tests are run by one. Null, with the reason printed, when root runs them where only root may enter.
 */
export async function ordinaryUser(
  folder: string,
): Promise<{ folder: string; identity: { uid?: number; gid?: number } } | null> {
  if (process.getuid?.() !== 0) return { folder, identity: {} };
  const identity = { uid: UID, gid: UID };
  const probe = spawnSync(process.execPath, ['--version'], { ...identity, cwd: '/' });
  if (probe.status !== 0) {
    process.stdout.write('skipped: an ordinary user cannot enter the folder of this checkout\n');
    return null;
  }
  await chown(folder, UID, UID);
  await chmod(folder, 0o700);
  return { folder, identity };
}
