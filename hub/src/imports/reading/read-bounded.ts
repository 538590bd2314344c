import { type FileHandle, open } from 'node:fs/promises';
import { HubError } from '../../hub-error.js';

/** A list of 100,000 organisations takes less than half of it. */
export const mostBytes = 20 * 1024 * 1024;

const plainReasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'there is no such file',
  ELOOP: 'its links lead in a circle',
};

/**
 * The whole file. Larger ones than `most` bytes are refused before they are read.
 * @throws HubError in one plain sentence
 */
export async function readBounded(path: string, most = mostBytes): Promise<Buffer> {
  const file = await open(path, 'r').catch((error) => explain(error, path));
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw unreadable(path, 'it is a folder; name the file in it');
    if (!stats.isFile()) throw unreadable(path, 'it is no ordinary file');
    const bytes = stats.size > most ? null : await readUpTo(file, most + 1);
    if (bytes === null || bytes.length > most) throw unreadable(path, tooLarge(most));
    return bytes;
  } finally {
    await file.close();
  }
}

function tooLarge(most: number): string {
  return `it is larger than ${most / 1024 / 1024} MB, and no list of organisations is; cut it into parts if it is one`;
}

/** Not more than that even of a file that grows while it is read. */
async function readUpTo(file: FileHandle, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let read = 0;
  while (read < most) {
    const part = Buffer.allocUnsafe(Math.min(most - read, 1024 * 1024));
    const { bytesRead } = await file.read(part, 0, part.length);
    if (bytesRead === 0) break;
    parts.push(part.subarray(0, bytesRead));
    read += bytesRead;
  }
  return Buffer.concat(parts);
}

function explain(error: { code?: string }, path: string): never {
  const reason = plainReasons[error.code ?? ''];
  throw reason === undefined ? error : unreadable(path, reason);
}

export function unreadable(path: string, reason: string): HubError {
  return new HubError(`${path} cannot be read: ${reason}.`);
}
