import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing } from './connection.js';
import type { DataFolder } from './data-folder.js';
import { findFreePort } from './free-port.js';
import type { Installation } from './installation.js';
import { launchPostmaster } from './launch-postmaster.js';
import type { PostgresLog } from './log.js';
import { claimOwnership, type Ownership } from './ownership.js';
import { PostgresError } from './postgres-error.js';
import { removeStalePostmasterFile } from './postmaster-file.js';
import { findRunningServer, type RunningServer } from './running-server.js';
import { stopPostmaster } from './stop-postmaster.js';

/** What is needed to get a server, running or not yet. */
export interface Acquisition {
  folder: DataFolder;
  installation: Installation;
  /** The port it must have, or null when any will do. */
  port: number | null;
  settings: Record<string, string>;
  exclusive: boolean;
  log: PostgresLog;
  signal: AbortSignal;
}

/** A server, and the right to supervise it unless somebody else has it. */
export interface AcquiredServer extends RunningServer {
  ownership: Ownership | null;
}

const RETRY_MS = 50;
/** A crashed server's last backends, or a server that is stopping, may hold the cluster for a while. */
const HELD_PATIENCE_MS = 30_000;
/** A killed hub's session may live on for a moment, and so may a command that owns the server only briefly. */
const OWNER_PATIENCE_MS = 1_000;
const RUNNING_PATIENCE_MS = 60_000;
const PORT_ATTEMPTS = 5;

/**
 * Takes over the server that runs on a data folder, or launches one.
 *
 * @throws PostgresError `data-folder-busy` when somebody else owns it and `exclusive` is asked; `port-in-use` and the
 *   other failures of a launch; `stopped` when the signal fires. A server launched here does not stay then.
 */
export async function acquireServer(acquisition: Acquisition): Promise<AcquiredServer> {
  const startedAt = Date.now();
  let refusedAt: number | null = null;
  for (;;) {
    acquisition.signal.throwIfAborted();
    const outcome = await tryAcquire(acquisition);
    if (typeof outcome === 'object' && 'url' in outcome) return outcome;
    if (outcome === 'retry') {
      if (Date.now() - startedAt > HELD_PATIENCE_MS) throw stillHeld(acquisition.folder);
    } else {
      refusedAt ??= Date.now();
      if (Date.now() - refusedAt > OWNER_PATIENCE_MS) throw busy(acquisition.folder, outcome.heldBy);
    }
    await sleep(RETRY_MS);
  }
}

type Outcome = AcquiredServer | { heldBy: string } | 'retry';

async function tryAcquire(acquisition: Acquisition): Promise<Outcome> {
  const running = await findRunningServer(acquisition.folder, RUNNING_PATIENCE_MS, acquisition.signal);
  if (running !== null) return own(acquisition, running);
  const pid = await launchOnSomePort(acquisition);
  if (pid !== 'held') return ownLaunched(acquisition, pid);
  if (await removeStalePostmasterFile(acquisition.folder.cluster)) {
    acquisition.log.warn(
      { folder: acquisition.folder.cluster },
      'Removed what a dead PostgreSQL left behind',
    );
  }
  return 'retry';
}

async function launchOnSomePort(acquisition: Acquisition): Promise<number | 'held'> {
  for (let attempt = 1; ; attempt++) {
    const port = acquisition.port ?? (await findFreePort());
    try {
      return await launchPostmaster({ ...acquisition, port });
    } catch (error) {
      const another = acquisition.port === null && attempt < PORT_ATTEMPTS;
      if (!(another && error instanceof PostgresError && error.code === 'port-in-use')) throw error;
    }
  }
}

async function ownLaunched(acquisition: Acquisition, pid: number): Promise<Outcome> {
  const { folder, installation, signal, log } = acquisition;
  try {
    const server = await findRunningServer(folder, RUNNING_PATIENCE_MS, signal);
    if (server === null) return 'retry';
    log.info({ postmaster: server.pid, port: server.port }, 'PostgreSQL started');
    return await own(acquisition, server);
  } catch (error) {
    await stopPostmaster(folder, installation, pid);
    throw error;
  }
}

async function own(acquisition: Acquisition, server: RunningServer): Promise<Outcome> {
  const claim = await claimOwnership(server.url).catch((error: unknown) => {
    if (isPassing(error)) return null;
    throw error;
  });
  if (claim === null) return 'retry';
  if ('heldBy' in claim) return acquisition.exclusive ? claim : { ...server, ownership: null };
  if (acquisition.port === null || acquisition.port === server.port) {
    return { ...server, ownership: claim.ownership };
  }
  acquisition.log.info({ from: server.port, to: acquisition.port }, 'Moving PostgreSQL to another port');
  await stopPostmaster(acquisition.folder, acquisition.installation, server.pid);
  return 'retry';
}

function busy(folder: DataFolder, owner: string): PostgresError {
  return new PostgresError(
    'data-folder-busy',
    `Another hub (process ${owner}) already works with the data folder ${folder.root}: stop it first, or choose another data folder.`,
  );
}

function stillHeld(folder: DataFolder): PostgresError {
  return new PostgresError(
    'start-failed',
    `A PostgreSQL process still holds ${folder.cluster} but does not answer: end that process and start again.`,
  );
}
