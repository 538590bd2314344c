import { readdirSync, readFileSync } from 'node:fs';

/** What the kernel says of one process. Times are of processor, user and system together, in milliseconds. */
export interface ProcessEntry {
  readonly pid: number;
  /** The program's name, at most 15 characters. */
  readonly name: string;
  readonly parent: number;
  readonly cpuMs: number;
  /** Of children that have ended and were waited for. */
  readonly endedChildrenCpuMs: number;
}

/** `/proc` counts in USER_HZ, which is 100 wherever Node runs on Linux (proc_pid_stat(5)). */
const MS_PER_TICK = 10;

/** @returns null when there is no such process */
export function readProcess(pid: number): ProcessEntry | null {
  try {
    return parseStat(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return null;
  }
}

/** All processes that were started by this one and still run. */
export function childrenOf(parent: number): ProcessEntry[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((entry) => readProcess(Number(entry)))
    .filter((entry): entry is ProcessEntry => entry?.parent === parent);
}

/** Reads a line of `/proc/PID/stat`. The name stands in parentheses and may itself contain some, and spaces. */
export function parseStat(line: string): ProcessEntry {
  const opening = line.indexOf('(');
  const closing = line.lastIndexOf(')');
  const fields = line
    .slice(closing + 2)
    .split(' ')
    .map(Number);
  const field = (number: number): number => fields[number - FIRST_AFTER_NAME] ?? 0;
  return {
    pid: Number(line.slice(0, opening)),
    name: line.slice(opening + 1, closing),
    parent: field(4),
    cpuMs: (field(14) + field(15)) * MS_PER_TICK,
    endedChildrenCpuMs: (field(16) + field(17)) * MS_PER_TICK,
  };
}

/** The manual numbers fields from 1, and the state, after the name, is the third. */
const FIRST_AFTER_NAME = 3;

/** Memory of a process that is resident, in megabytes of 10⁶ bytes: now, and at its highest. */
export function readMemory(pid: number): { residentMB: number; peakMB: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (key: string): number => {
    const kibibytes = new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
    return (Number(kibibytes) * 1024) / 1e6;
  };
  return { residentMB: megabytes('VmRSS'), peakMB: megabytes('VmHWM') };
}
