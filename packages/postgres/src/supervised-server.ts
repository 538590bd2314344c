import { setTimeout as sleep } from 'node:timers/promises';
import { type AcquiredServer, type Acquisition, acquireServer } from './acquire-server.js';
import { stopped } from './launch-postmaster.js';
import type { Ownership } from './ownership.js';
import { claimOwnership } from './ownership.js';
import { stopPostmaster } from './stop-postmaster.js';

/** Whether the server takes connections. */
export type ServerState = 'up' | 'down';

/** A PostgreSQL that is kept running until it is stopped. */
export interface PostgresServer {
  /** The superuser's connection string, database `postgres`; it stays the same when the server is restarted. */
  readonly url: string;
  readonly port: number;
  /** The process id, which changes when the server is restarted. */
  readonly pid: number;
  /**
   * Ends the sessions, stops the server and waits until it is gone. A server that another hub owns is left running.
   * May be called more than once.
   *
   * @param patienceMs how long it may take to write everything down before it is cut short, which loses nothing that
   *   was committed; 60 s unless told
   */
  stop(patienceMs?: number): Promise<void>;
}

const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 5_000;
/** A server that ran this long is not the one that keeps crashing: the next restart is tried without delay. */
const STEADY_AFTER_MS = 10_000;

/** Watches an owned server through the session that owns it, and starts it again when it died. */
export class SupervisedServer implements PostgresServer {
  readonly url: string;
  readonly port: number;
  readonly #acquisition: Acquisition;
  readonly #stopping: AbortController;
  readonly #onStateChange: (state: ServerState) => void;
  readonly #watching: Promise<void>;
  #server: AcquiredServer;
  #upSince = Date.now();
  #failures = 0;
  #stopped: Promise<void> | undefined;

  constructor(
    server: AcquiredServer,
    acquisition: Omit<Acquisition, 'signal'>,
    onStateChange: (state: ServerState) => void,
  ) {
    this.url = server.url;
    this.port = server.port;
    this.#server = server;
    this.#stopping = new AbortController();
    this.#acquisition = { ...acquisition, exclusive: true, port: server.port, signal: this.#stopping.signal };
    this.#onStateChange = onStateChange;
    this.#watching = server.ownership === null ? Promise.resolve() : this.#watch(server.ownership);
  }

  get pid(): number {
    return this.#server.pid;
  }

  stop(patienceMs?: number): Promise<void> {
    this.#stopped ??= this.#stop(patienceMs);
    return this.#stopped;
  }

  async #stop(patienceMs?: number): Promise<void> {
    this.#stopping.abort(stopped());
    await this.#watching;
    const { ownership, pid } = this.#server;
    if (ownership === null) return;
    await stopPostmaster(this.#acquisition.folder, this.#acquisition.installation, pid, patienceMs);
    await ownership.release();
  }

  async #watch(first: Ownership): Promise<void> {
    const stopping = whenAborted(this.#stopping.signal);
    for (let ownership: Ownership | null = first; ownership !== null; ) {
      await Promise.race([ownership.lost, stopping]);
      if (this.#stopping.signal.aborted) return;
      ownership = (await this.#reclaim()) ?? (await this.#restart());
    }
  }

  /** The session alone may have been cut: then nobody needs to hear of it. */
  async #reclaim(): Promise<Ownership | null> {
    const claim = await claimOwnership(this.url).catch(() => null);
    if (claim === null || 'heldBy' in claim) return null;
    this.#server = { ...this.#server, ownership: claim.ownership };
    return claim.ownership;
  }

  async #restart(): Promise<Ownership | null> {
    const { log, signal } = this.#acquisition;
    if (Date.now() - this.#upSince > STEADY_AFTER_MS) this.#failures = 0;
    log.warn({ postmaster: this.pid }, 'PostgreSQL is gone; bringing it back');
    this.#onStateChange('down');
    while (!signal.aborted) {
      await this.#backOff();
      const server = await this.#tryAcquire();
      if (server === null) continue;
      this.#server = server;
      this.#upSince = Date.now();
      log.info({ postmaster: server.pid }, 'PostgreSQL is back');
      this.#onStateChange('up');
      return server.ownership;
    }
    return null;
  }

  async #tryAcquire(): Promise<AcquiredServer | null> {
    try {
      return await acquireServer(this.#acquisition);
    } catch (error) {
      if (!this.#stopping.signal.aborted) {
        this.#acquisition.log.error({ err: error }, 'PostgreSQL could not be brought back; trying again');
      }
      return null;
    }
  }

  async #backOff(): Promise<void> {
    const factor = 2 ** (this.#failures - 1);
    const delay = this.#failures === 0 ? 0 : Math.min(FIRST_BACKOFF_MS * factor, LONGEST_BACKOFF_MS);
    this.#failures++;
    await sleep(delay, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
