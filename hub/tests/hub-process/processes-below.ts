import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** A process that still lives, with what it was started as. */
export interface LivingProcess {
  readonly pid: number;
  readonly command: string;
}

/**
 * The processes that work below one of these folders, or were started with one of them in their environment. Knows
 * of none where there is no /proc.
 */
export function processesBelow(folders: readonly string[]): LivingProcess[] {
  const living = pids().filter((pid) => folders.some((folder) => belongsTo(pid, folder)));
  return living.map((pid) => ({ pid: Number(pid), command: commandOf(pid) }));
}

function pids(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc').filter((entry) => /^\d+$/.test(entry) && Number(entry) !== process.pid);
}

function belongsTo(pid: string, folder: string): boolean {
  return isBelow(workingFolderOf(pid), folder) || fileOf(pid, 'environ').includes(folder);
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Empty for a zombie, for a process of somebody else and for one that has just ended. */
function workingFolderOf(pid: string): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return '';
  }
}

function commandOf(pid: string): string {
  return fileOf(pid, 'cmdline').replaceAll('\0', ' ').trim();
}

function fileOf(pid: string, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
