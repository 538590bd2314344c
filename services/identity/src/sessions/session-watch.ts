import { setTimeout as sleep } from 'node:timers/promises';
import { unavailable } from '@coalition-hub/subgraph';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../tables.js';

/** How often ended sessions are asked for, in ms. */
const interval = 2_000;

/** What is known may be as old as this, in ms: so late does ending a session reach whoever is connected. */
export const endedSessionsKnownWithinMs = 5_000;

/** Keys that nobody knows are looked up at most this often, in ms: anybody can write a name into a token. */
const restBetweenLookUps = 1_000;

export interface SessionWatchOptions {
  readonly db: Kysely<Tables>;
  /** Reads whatever else must be as fresh as this. */
  readonly alsoRefresh: () => Promise<void>;
  readonly report: (error: unknown) => void;
}

/**
 * Which sessions have ended though a token of theirs may live on. Asked of the database every two seconds, whole: they
 * are few, and a list without positions cannot miss one that was committed late. Whoever ends a session in this
 * process asks at once.
 */
export class SessionWatch {
  #ended = new Set<string>();
  #knownAt = Number.NEGATIVE_INFINITY;
  #lastLookUp = Number.NEGATIVE_INFINITY;
  #lookUp: Promise<void> | undefined;
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #waiting = new Map<string, Set<() => void>>();

  constructor(private readonly options: SessionWatchOptions) {}

  async start(): Promise<void> {
    await this.refresh();
    this.#timer = setInterval(() => void this.refresh().catch(this.options.report), interval).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running?.catch(() => undefined);
  }

  hasEnded(sessionId: string): boolean {
    return this.#ended.has(sessionId);
  }

  /** Calls back once when the session ends, at once when it has; gives the way to call it off. */
  onEnd(sessionId: string, callback: () => void): () => void {
    if (this.hasEnded(sessionId)) {
      callback();
      return () => undefined;
    }
    const waiting = this.#waiting.get(sessionId) ?? new Set();
    this.#waiting.set(sessionId, waiting.add(callback));
    return () => {
      waiting.delete(callback);
      if (waiting.size === 0 && this.#waiting.get(sessionId) === waiting) this.#waiting.delete(sessionId);
    };
  }

  /** @throws Fault UNAVAILABLE when what is known is too old to decide by */
  async requireFresh(): Promise<void> {
    if (performance.now() - this.#knownAt < endedSessionsKnownWithinMs) return;
    await this.refresh().catch(() => Promise.reject(unavailable()));
  }

  /** What was committed before the call is known afterwards. */
  async refreshNow(): Promise<void> {
    await this.#running?.catch(() => undefined);
    await this.refresh();
  }

  /** As `refreshNow`, at most once a second however many ask: they wait together for the next time. */
  refreshSoon(): Promise<void> {
    this.#lookUp ??= this.lookUp().finally(() => {
      this.#lookUp = undefined;
    });
    return this.#lookUp;
  }

  private async lookUp(): Promise<void> {
    const rest = this.#lastLookUp + restBetweenLookUps - performance.now();
    if (rest > 0) await sleep(rest, undefined, { ref: false });
    this.#lastLookUp = performance.now();
    await this.refreshNow();
  }

  /** Many may ask at once; one question is asked. */
  private refresh(): Promise<void> {
    this.#running ??= this.read().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  private async read(): Promise<void> {
    const begun = performance.now();
    // One after the other: nothing may still be under way when one of them has failed and the service stops.
    await this.options.alsoRefresh();
    const rows = await this.options.db
      .selectFrom('ended_session')
      .select('session_id')
      .where('until', '>', sql<Date>`clock_timestamp()`)
      .execute();
    this.#ended = new Set(rows.map(({ session_id }) => session_id));
    this.#knownAt = begun;
    for (const [sessionId, callbacks] of this.#waiting) {
      if (!this.hasEnded(sessionId)) continue;
      this.#waiting.delete(sessionId);
      for (const callback of callbacks) callback();
    }
  }
}
