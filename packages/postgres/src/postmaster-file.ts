import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { hasErrorCode } from './error-code.js';
import { explainFileError } from './explain-file-error.js';
import { isInUse, servesCluster } from './processes.js';

/** What PostgreSQL writes about itself in postmaster.pid. */
export interface PostmasterFile {
  pid: number;
  port: number;
  ready: boolean;
}

const PID_LINE = 0;
const PORT_LINE = 3;
const STATUS_LINE = 7;

/**
 * Reads a cluster's postmaster.pid; null when there is none, or it is only being written.
 *
 * @throws PostgresError `data-folder-unusable` when the cluster belongs to somebody else
 */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  try {
    return parsePostmasterFile(readFileSync(postmasterFile(cluster), 'utf8'));
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null;
    throw explainFileError(error, cluster);
  }
}

/** Reads the lines of a postmaster.pid as src/include/utils/pidfile.h of PostgreSQL lays them out. */
export function parsePostmasterFile(text: string): PostmasterFile | null {
  const lines = text.split('\n');
  const pid = Number(lines[PID_LINE]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[PORT_LINE] ?? 0), ready: lines[STATUS_LINE]?.trim() === 'ready' };
}

/**
 * Removes a postmaster.pid that blocks the start although its server is dead: its number belongs to a zombie or to
 * a stranger, and nobody works inside the cluster. PostgreSQL cannot tell a reused number and would refuse forever.
 */
export async function removeStalePostmasterFile(cluster: string): Promise<boolean> {
  const file = postmasterFile(cluster);
  const before = await readFile(file, 'utf8').catch(() => null);
  const found = before === null ? null : parsePostmasterFile(before);
  if (found === null || servesCluster(found.pid, cluster) || isInUse(cluster)) return false;

  // Moved aside and read again, because another hub's server may have written its own file meanwhile.
  const aside = `${file}.${process.pid}`;
  await rename(file, aside);
  const isSame = (await readFile(aside, 'utf8')) === before;
  if (!isSame) await link(aside, file);
  await rm(aside);
  return isSame;
}

function postmasterFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}
