import { HubError } from '../hub-error.js';

const advice: Readonly<Record<string, string>> = {
  ENOSPC: 'There is no space left on the disk. Free some, then start the hub again.',
  EDQUOT: 'The disk quota is used up. Free some space, then start the hub again.',
  EACCES:
    'The hub may not write to its data folder. Give it the right to, or name another folder with HUB_DATA_DIR.',
  EPERM:
    'The hub may not write to its data folder. Give it the right to, or name another folder with HUB_DATA_DIR.',
  EROFS: 'The disk of the data folder is read-only. Name another folder with HUB_DATA_DIR.',
  ENOTDIR:
    'The data folder cannot be made: part of its path is a file. Name another folder with HUB_DATA_DIR.',
  ENOENT: 'No folder can be made in that place. Name another data folder with HUB_DATA_DIR.',
  EEXIST: 'The data folder cannot be made: a file has its name. Name another folder with HUB_DATA_DIR.',
};

/** The same error as a sentence that says what to do; errors of other kinds come back as they are. */
export function explainFileError(error: unknown, folder: string): unknown {
  const sentence = advice[String((error as { code?: unknown }).code)];
  return sentence === undefined ? error : new HubError(`${sentence} (${folder})`, { cause: error });
}
