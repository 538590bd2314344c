import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import type { DataFolder } from './data-folder.js';
import { hasErrorCode } from './error-code.js';
import { explainFileError } from './explain-file-error.js';
import { PostgresError } from './postgres-error.js';

/** The role that owns the cluster. */
export const SUPERUSER = 'postgres';

/** The superuser's connection string on loopback, database `postgres`. */
export function superuserUrl(port: number, password: string): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

/**
 * Reads the superuser's password.
 *
 * @throws PostgresError `password-lost` when the file is gone, `data-folder-unusable` when it cannot be read
 */
export async function readPassword(folder: DataFolder): Promise<string> {
  try {
    return (await readFile(folder.passwordFile, 'utf8')).trim();
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) throw passwordLost(folder, error);
    throw explainFileError(error, folder.root);
  }
}

/** Makes a random password for a cluster to come, unless another process was faster: then both use that one. */
export async function createPassword(folder: DataFolder): Promise<void> {
  const draft = `${folder.passwordFile}.${process.pid}`;
  try {
    await writeFile(draft, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600, flush: true });
    await linkUnlessPresent(draft, folder.passwordFile);
  } catch (error) {
    throw explainFileError(error, folder.root);
  } finally {
    await rm(draft, { force: true });
  }
}

/** The sentence for a cluster whose password nobody knows. */
export function passwordLost(folder: DataFolder, cause: unknown): PostgresError {
  return new PostgresError(
    'password-lost',
    `The password in ${folder.passwordFile} is missing or does not fit the cluster beside it: put the file back from a backup.`,
    { cause },
  );
}

async function linkUnlessPresent(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error;
  }
}
