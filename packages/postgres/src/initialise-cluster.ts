import { type ChildProcess, spawn } from 'node:child_process';
import { appendFile, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DataFolder } from './data-folder.js';
import { errorCode, hasErrorCode } from './error-code.js';
import { explainFileError } from './explain-file-error.js';
import { explainProgramOutput } from './explain-program-output.js';
import type { Installation } from './installation.js';
import { PostgresError } from './postgres-error.js';
import { isRunning } from './processes.js';
import { createPassword, SUPERUSER } from './superuser.js';
import { programEnvironment, unprivilegedCommand } from './unprivileged-command.js';

/**
 * Makes the cluster unless there is one. It grows beside its place and is renamed when complete, so a start that is
 * cut short leaves nothing that looks like a cluster; of two that start at once one wins and both go on with it.
 *
 * @param durable whether initdb waits for the disk
 * @throws PostgresError `version-mismatch`, `disk-full`, `data-folder-unusable`, `root-refused` or `start-failed`
 */
export async function initialiseCluster(
  folder: DataFolder,
  installation: Installation,
  durable: boolean,
): Promise<void> {
  await removeAbandonedDrafts(folder);
  if (await holdsCluster(folder, installation)) return;
  await refuseForeignFiles(folder);
  await createPassword(folder);
  const draft = `${draftPrefix(folder)}${process.pid}`;
  try {
    await runInitdb(folder, installation, draft, durable);
    await moveIntoPlace(folder, draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await holdsCluster(folder, installation);
}

async function holdsCluster(folder: DataFolder, installation: Installation): Promise<boolean> {
  const version = await readVersion(folder);
  if (version === null) return false;
  if (version === installation.major) return true;
  throw new PostgresError('version-mismatch', versionAdvice(folder, version, installation.major));
}

async function readVersion(folder: DataFolder): Promise<number | null> {
  try {
    return Number.parseInt(await readFile(join(folder.cluster, 'PG_VERSION'), 'utf8'), 10);
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return null;
    throw explainFileError(error, folder.root);
  }
}

function versionAdvice(folder: DataFolder, theirs: number, ours: number): string {
  const made = `The data in ${folder.cluster} was made by PostgreSQL ${theirs}, and this hub brings PostgreSQL ${ours}`;
  return theirs > ours
    ? `${made}: start it with a newer release of the hub, or choose another data folder.`
    : `${made}: dump it with PostgreSQL ${theirs} and load it into a new data folder.`;
}

async function runInitdb(
  folder: DataFolder,
  installation: Installation,
  draft: string,
  durable: boolean,
): Promise<void> {
  const { program, args } = unprivilegedCommand(installation.initdb, initdbArguments(folder, draft, durable));
  const child = spawn(program, args, {
    cwd: folder.root,
    env: programEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { failure, output } = await outcomeOf(child);
  if (failure === null) return;
  // Where people are told to look; on a full disk the reason is recognised without it.
  await appendFile(folder.logFile, output, { mode: 0o600 }).catch(() => undefined);
  throw await explainProgramOutput(output, folder.root, 'initdb', failure);
}

/**
 * Text compares by code point with Unicode's case mapping, from PostgreSQL's own tables: fast, deterministic, and
 * no index breaks when ICU or the C library is replaced. Lists for people ask for COLLATE "und-x-icu". The ctype
 * must not be C, or pg_trgm sees no letters beyond ASCII.
 */
function initdbArguments(folder: DataFolder, draft: string, durable: boolean): string[] {
  return [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${folder.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ];
}

function outcomeOf(child: ChildProcess): Promise<{ failure: string | null; output: string }> {
  return new Promise((resolve) => {
    let output = '';
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('error', (error) => resolve({ failure: error.message, output }));
    child.on('close', (code, signal) =>
      resolve({ failure: code === 0 ? null : `${signal ?? code}`, output }),
    );
  });
}

async function moveIntoPlace(folder: DataFolder, draft: string): Promise<void> {
  try {
    await rename(draft, folder.cluster);
    await syncFolder(folder.root);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(errorCode(error)))
      throw explainFileError(error, folder.root);
    await refuseForeignFiles(folder);
  }
}

/** Without this a crash of the machine could undo the rename. Windows neither needs it nor lets a folder be opened. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}

async function refuseForeignFiles(folder: DataFolder): Promise<void> {
  const names = await readdir(folder.cluster).catch(() => []);
  // The version is read after the names: the cluster of a hub that starts at the same time may have appeared.
  if (names.length === 0 || (await readVersion(folder)) !== null) return;
  throw new PostgresError(
    'data-folder-unusable',
    `The folder ${folder.cluster} holds files but no database: move it away, or choose another data folder.`,
  );
}

function draftPrefix(folder: DataFolder): string {
  return `${folder.cluster}.initdb-`;
}

async function removeAbandonedDrafts(folder: DataFolder): Promise<void> {
  const prefix = draftPrefix(folder);
  const names = await readdir(folder.root).catch((error: unknown) => {
    throw explainFileError(error, folder.root);
  });
  const drafts = names.map((name) => join(dirname(prefix), name)).filter((path) => path.startsWith(prefix));
  const abandoned = drafts.filter((path) => !isRunning(Number(path.slice(prefix.length))));
  // An initdb that outlived its parent may still write: what cannot go now goes at the next start.
  await Promise.all(
    abandoned.map((path) => rm(path, { recursive: true, force: true }).catch(() => undefined)),
  );
}
