import type { Bus } from '@coalition-hub/bus';
import type { AnyDatabase } from '../outbox/any-database.js';
import type { Positions } from './cursors.js';
import { headsOf } from './heads.js';
import type { Projection } from './projection.js';
import type { ProjectionHealth } from './projection-health.js';
import { type Rebuilt, rebuildProjection } from './rebuild-projection.js';
import { RunningProjection } from './running-projection.js';

const PROOF_EVERY_MS = 1_000;

export interface ProjectionRunnerOptions {
  readonly db: AnyDatabase;
  readonly bus: Bus;
  readonly projections: readonly Projection[];
  /** How often it is proven that the projections keep up, in milliseconds; 1,000 unless told. */
  readonly proofEveryMs?: number;
  /** Milliseconds since any fixed moment; never goes back. */
  monotonicMs?(): number;
  /** `afterCommit` of a projection has thrown; the events stay applied. */
  reportAfterCommit?(projection: string, error: unknown): void;
}

export interface CatchUpOptions {
  /** All projections unless told. */
  readonly names?: readonly string[];
  /** Milliseconds to wait at most. */
  readonly timeoutMs: number;
  /** From `mark`; what `advanced` is measured from, the call itself unless given. */
  readonly since?: ProjectionMark;
}

export interface CaughtUp {
  /** Everything acknowledged before the call is applied; `false` when time ran out or a stream gave no answer. */
  readonly caughtUp: boolean;
  /** Something was applied since: what was read before may have changed. */
  readonly advanced: boolean;
}

/** How far all projections had come at some moment. */
export type ProjectionMark = ReadonlyMap<string, Positions>;

/** Runs a service's projections. */
export class ProjectionRunner {
  readonly #running = new Map<string, RunningProjection>();
  readonly #now: () => number;

  constructor(private readonly options: ProjectionRunnerOptions) {
    this.#now = options.monotonicMs ?? (() => performance.now());
    for (const projection of options.projections) this.#add(projection);
  }

  /** Rejects when the database does not answer. */
  async start(): Promise<void> {
    await Promise.all(this.#all().map((running) => running.start()));
  }

  /** Finishes the batches being applied. */
  async stop(): Promise<void> {
    await Promise.all(this.#all().map((running) => running.stop()));
  }

  /** Milliseconds since the projection was last proven to hold all that was acknowledged; `Infinity` before that. */
  freshness(name: string): number {
    return this.#named(name).freshnessMs();
  }

  health(): readonly ProjectionHealth[] {
    return this.#all().map((running) => running.health());
  }

  /** Take it before reading what a refusal may depend on. */
  mark(): ProjectionMark {
    return new Map(this.#all().map((running) => [running.projection.name, running.reached.snapshot()]));
  }

  /** Waits until every event acknowledged before the call, in any service, is applied. Never rejects. */
  async catchUp({ names, timeoutMs, since = this.mark() }: CatchUpOptions): Promise<CaughtUp> {
    const chosen = names?.map((name) => this.#named(name)) ?? this.#all();
    const caughtUp = await this.#pass(chosen, timeoutMs).catch(() => false);
    return { caughtUp, advanced: chosen.some((running) => hasAdvanced(running, since)) };
  }

  /** Replays a projection from the log, see `rebuildProjection`. */
  async rebuild(name: string, onProgress?: (events: number) => void): Promise<Rebuilt> {
    const { db, bus } = this.options;
    return rebuildProjection({ db, bus, ...(onProgress && { onProgress }) }, this.#named(name).projection);
  }

  async #pass(chosen: readonly RunningProjection[], timeoutMs: number): Promise<boolean> {
    const askedAt = this.#now();
    const streams = new Set(chosen.flatMap(({ projection }) => projection.streams));
    const heads = await within(timeoutMs, headsOf(this.options.bus, [...streams]));
    if (heads === undefined) return false;
    const left = timeoutMs - (this.#now() - askedAt);
    const passed = await Promise.all(chosen.map((running) => running.pass(heads, askedAt, left)));
    return passed.every(Boolean);
  }

  #add(projection: Projection): void {
    const { db, bus, proofEveryMs = PROOF_EVERY_MS, reportAfterCommit } = this.options;
    if (this.#running.has(projection.name)) throw new Error(`Two projections are named ${projection.name}`);
    const running = new RunningProjection(projection, {
      db,
      bus,
      proofEveryMs,
      monotonicMs: this.#now,
      reportAfterCommit: (name, error) => reportAfterCommit?.(name, error),
    });
    this.#running.set(projection.name, running);
  }

  #all(): RunningProjection[] {
    return [...this.#running.values()];
  }

  #named(name: string): RunningProjection {
    const running = this.#running.get(name);
    if (running === undefined) throw new Error(`There is no projection ${name}`);
    return running;
  }
}

function hasAdvanced({ projection, reached }: RunningProjection, since: ProjectionMark): boolean {
  return reached.differFrom(since.get(projection.name) ?? new Map());
}

async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, timeoutMs, undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
