import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './data-folder.js';
import { explainFileError } from './explain-file-error.js';
import { explainProgramOutput, isStillHeld } from './explain-program-output.js';
import type { Installation } from './installation.js';
import { PostgresError } from './postgres-error.js';
import { readPostmasterFile } from './postmaster-file.js';
import { serverArguments } from './server-settings.js';
import { programEnvironment, unprivilegedCommand } from './unprivileged-command.js';

const POLL_MS = 10;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** What is needed to launch a server on a cluster. */
export interface Launch {
  folder: DataFolder;
  installation: Installation;
  port: number;
  settings: Record<string, string>;
  signal: AbortSignal;
}

/**
 * Launches PostgreSQL and waits until it takes connections, however long it recovers. It belongs to a process group
 * of its own, because Ctrl-C in a terminal would stop it before the hub has drained.
 *
 * @returns its process id, or `held` when the cluster seems to be in another server's hands
 * @throws PostgresError in plain words, `stopped` when the signal fires; nothing is left running then
 */
export async function launchPostmaster(launch: Launch): Promise<number | 'held'> {
  const log = await openLog(launch.folder);
  try {
    const child = spawnPostmaster(launch, log.handle.fd);
    const ending = await readyOrEnded(child, launch);
    if (ending === null) return child.pid ?? 0;
    launch.signal.throwIfAborted();
    const output = (await readFile(launch.folder.logFile)).subarray(log.size).toString();
    if (isStillHeld(output)) return 'held';
    throw await explainProgramOutput(output, launch.folder.root, 'postgres', ending);
  } finally {
    await log.handle.close();
  }
}

function spawnPostmaster({ folder, installation, port, settings }: Launch, logFd: number): ChildProcess {
  const args = serverArguments(folder.cluster, port, settings);
  const command = unprivilegedCommand(installation.postgres, args);
  const child = spawn(command.program, command.args, {
    cwd: folder.root,
    env: programEnvironment(),
    detached: true,
    stdio: ['ignore', logFd, logFd],
  });
  child.unref();
  return child;
}

/** Resolves to null when the server is ready, else to how it ended. */
async function readyOrEnded(child: ChildProcess, { folder, signal }: Launch): Promise<string | null> {
  let ending: string | null = null;
  child.once('error', (error) => {
    ending = error.message;
  });
  child.once('exit', (code, killedBy) => {
    ending = `${killedBy ?? code}`;
  });
  while (ending === null) {
    const file = readPostmasterFile(folder.cluster);
    // The number is compared because a file of a server that was killed may still lie there.
    if (file?.ready === true && file.pid === child.pid) return null;
    if (signal.aborted) await interrupt(child);
    else await sleep(POLL_MS);
  }
  return ending;
}

async function interrupt(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGINT');
  await exit;
}

/** Opens the log for appending, after moving one that grew large out of the way. */
async function openLog({ logFile, root }: DataFolder) {
  try {
    const size = (await stat(logFile).catch(() => null))?.size ?? 0;
    if (size > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`);
    const handle = await open(logFile, 'a', 0o600);
    return { handle, size: (await handle.stat()).size };
  } catch (error) {
    throw explainFileError(error, root);
  }
}

/** The signal's reason, for callers that abort a launch. */
export function stopped(): PostgresError {
  return new PostgresError('stopped', 'PostgreSQL was stopped.');
}
