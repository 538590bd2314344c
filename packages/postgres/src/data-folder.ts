import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { explainFileError } from './explain-file-error.js';

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
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return dataFolderAt(await realpath(dataDir));
  } catch (error) {
    throw explainFileError(error, dataDir);
  }
}
