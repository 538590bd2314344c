import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import { hasErrorCode } from './error-code.js';

/** Whether a process runs; a zombie, which only waits for its parent to look, does not. */
export function isRunning(pid: number): boolean {
  if (process.platform === 'linux') {
    const state = linuxState(pid);
    return state !== null && state !== 'Z' && state !== 'X';
  }
  return answersSignals(pid);
}

/**
 * Whether a process is the PostgreSQL that serves `cluster`, and not another one that got its number. Off Linux
 * only its existence is seen; there the answer of its data_directory is the proof.
 */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false;
  if (process.platform !== 'linux') return true;
  return programOf(pid) === 'postgres' && workingFolderOf(pid) === cluster;
}

/** Whether any process, such as a backend that outlives its postmaster, still works inside `cluster`. */
export function isInUse(cluster: string): boolean {
  if (process.platform !== 'linux') return false;
  return readdirSync('/proc').some(
    (entry) => /^\d+$/.test(entry) && workingFolderOf(Number(entry)) === cluster,
  );
}

function linuxState(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name before the state is in brackets and may itself hold brackets and spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).charAt(0);
  } catch {
    return null;
  }
}

function programOf(pid: number): string | null {
  const path = linkTarget(`/proc/${pid}/exe`);
  // The kernel marks a program whose file was replaced, as npm ci does under a running server.
  return path === null ? null : basename(path.replace(/ \(deleted\)$/, ''));
}

function workingFolderOf(pid: number): string | null {
  return linkTarget(`/proc/${pid}/cwd`);
}

function linkTarget(link: string): string | null {
  try {
    return readlinkSync(link);
  } catch {
    return null;
  }
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasErrorCode(error, 'EPERM');
  }
}
