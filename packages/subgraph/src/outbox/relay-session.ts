import type { Socket } from 'node:net';
import pg from 'pg';
import { OUTBOX_LOCKS, RELAY_LOCK } from './advisory-locks.js';
import type { Send } from './send.js';

/** Sent by writers whose own process does not relay. */
export const OUTBOX_CHANNEL = 'outbox';

const CONNECT_MS = 5_000;
const ANSWER_MS = 15_000;

export interface RelaySessionOptions {
  readonly connectionString: string;
  readonly applicationName: string;
  /** Somebody recorded events, or the session was lost. */
  onSignal(): void;
}

/** The relay's own connection: it listens, and may hold the lock that makes its process the one that relays. */
export class RelaySession {
  #client: pg.Client | undefined;
  #holdsLock: boolean = false;
  /** Settled when nothing is being asked. */
  #free: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: RelaySessionOptions) {}

  get connected(): boolean {
    return this.#client !== undefined;
  }

  get holdsLock(): boolean {
    return this.#holdsLock;
  }

  /** Connects and listens, unless it does so already. */
  async open(): Promise<void> {
    if (this.#client !== undefined) return;
    const client = new pg.Client({
      connectionString: this.options.connectionString,
      application_name: this.options.applicationName,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    client.on('error', () => this.#lose(client));
    client.on('end', () => this.#lose(client));
    client.on('notification', () => this.options.onSignal());
    await this.#listen(client);
    this.#client = client;
  }

  /** Tries to become the process that relays; returns at once. */
  async tryLock(): Promise<boolean> {
    if (this.#holdsLock) return true;
    const client = this.#client;
    const [row] = await this.send<{ held: boolean }>('select pg_try_advisory_lock($1, $2) as held', [
      OUTBOX_LOCKS,
      RELAY_LOCK,
    ]);
    // The session may have been lost while the answer was on its way, and the lock with it.
    this.#holdsLock = row?.held === true && this.#client === client;
    return this.#holdsLock;
  }

  /** One after the other: a connection answers one question at a time. */
  readonly send: Send = <Row extends object>(text: string, values: readonly unknown[]) => {
    const answer = this.#free.then(() => this.#ask<Row>(text, values));
    this.#free = answer.catch(() => undefined);
    return answer;
  };

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    this.#holdsLock = false;
    await client?.end();
  }

  async #ask<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const client = this.#client;
    if (client === undefined) throw new Error('The relay has no connection');
    try {
      return (await client.query<Row>(text, [...values])).rows;
    } catch (error) {
      // Without a SQLSTATE it was not the server that answered: the connection is of no more use.
      if (!(error instanceof pg.DatabaseError)) this.#lose(client);
      throw error;
    }
  }

  async #listen(client: pg.Client): Promise<void> {
    try {
      await client.connect();
      await client.query(`listen ${OUTBOX_CHANNEL}`);
    } catch (error) {
      socketOf(client)?.destroy();
      throw error;
    }
  }

  #lose(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#holdsLock = false;
    socketOf(client)?.destroy();
    this.options.onSignal();
  }
}

/** `end()` waits for a server that may never answer again. */
function socketOf(client: pg.Client): Socket | undefined {
  return (client as unknown as { connection?: { stream?: Socket } }).connection?.stream;
}
