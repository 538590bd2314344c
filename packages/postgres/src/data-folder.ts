import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { errorCode } from './error-code.js';
import { explainFileError, folderUnusable } from './explain-file-error.js';
import { makeFolder } from './make-folder.js';

/** The places inside one data folder; every path is absolute and free of symbolic links. */
export interface DataFolder {
  root: string;
  /** The cluster itself, PostgreSQL's own data directory. */
  cluster: string;
  /** The superuser's password, readable by the owner only. */
  passwordFile: string;
  /** What PostgreSQL reports. */
  logFile: string;
}

/** Names the places inside `root` without touching the disk. */
export function dataFolderAt(root: string): DataFolder {
  return {
    root,
    cluster: join(root, 'postgres'),
    passwordFile: join(root, 'postgres-password'),
    logFile: join(root, 'postgres.log'),
  };
}

/**
 * Opens a data folder, which is made when missing.
 *
 * @throws PostgresError `data-folder-unusable` or `disk-full` when it cannot be made or entered
 */
export async function openDataFolder(dataDir: string): Promise<DataFolder> {
  try {
    await makeFolder(resolve(dataDir));
    return dataFolderAt(await realpath(dataDir));
  } catch (error) {
    throw errorCode(error) === 'ENOENT' ? folderUnusable(dataDir, error) : explainFileError(error, dataDir);
  }
}
