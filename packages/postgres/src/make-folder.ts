import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './error-code.js';

/**
 * Makes a folder for its owner only, and those above it that are missing. Node's own recursive `mkdir` never ends where
 * a file system says of a folder whose parent is there that it is not, as Linux does of everything below /proc.
 *
 * @param path absolute
 * @throws the file system's error
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && (await isMissing(dirname(path)))) {
      await makeFolder(dirname(path));
      await mkdir(path, { mode: 0o700 }).catch((second) => acceptFolder(second, path));
    } else await acceptFolder(error, path);
  }
}

async function isMissing(path: string): Promise<boolean> {
  return stat(path).then(
    () => false,
    (error) => errorCode(error) === 'ENOENT',
  );
}

/** Another process may have made it at the same moment. */
async function acceptFolder(error: unknown, path: string): Promise<void> {
  if (errorCode(error) !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error;
}
