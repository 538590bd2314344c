import { errorCode } from './error-code.js';
import { PostgresError } from './postgres-error.js';

const NO_SPACE = new Set(['ENOSPC', 'EDQUOT']);
const NOT_ALLOWED = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST']);

/** The sentence for a disk without room. */
export function diskFull(folder: string, cause?: unknown): PostgresError {
  return new PostgresError(
    'disk-full',
    `There is no space left on the disk that holds ${folder}: free some space and start again.`,
    { cause },
  );
}

/** The sentence for a folder that the current user cannot use. */
export function folderUnusable(folder: string, cause?: unknown): PostgresError {
  return new PostgresError(
    'data-folder-unusable',
    `The data folder ${folder} cannot be read and written by the user who starts the hub: change its owner, start as its owner, or choose another folder.`,
    { cause },
  );
}

/** Turns the file system's refusals about `folder` into sentences; hands on every other error as it is. */
export function explainFileError(error: unknown, folder: string): unknown {
  const code = errorCode(error);
  if (NO_SPACE.has(code)) return diskFull(folder, error);
  if (NOT_ALLOWED.has(code)) return folderUnusable(folder, error);
  return error;
}
