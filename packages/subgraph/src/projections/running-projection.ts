import {
  type Bus,
  type BusEvent,
  type Consumption,
  faultOf,
  HandlingFailed,
  Wakeup,
} from '@coalition-hub/bus';
import type { AnyDatabase } from '../outbox/any-database.js';
import { applyBatch } from './apply-batch.js';
import { createCursors, type Positions, readCursor } from './cursors.js';
import { headsOf } from './heads.js';
import type { Projection } from './projection.js';
import type { ProjectionFailure, ProjectionHealth } from './projection-health.js';
import { ReachedPositions } from './reached-positions.js';

const PROOF_PATIENCE_MS = 5_000;

export interface RunningProjectionOptions {
  readonly db: AnyDatabase;
  readonly bus: Bus;
  readonly proofEveryMs: number;
  /** Milliseconds since any fixed moment; never goes back. */
  monotonicMs(): number;
  /** `afterCommit` of the projection has thrown; the events stay applied. */
  reportAfterCommit(projection: string, error: unknown): void;
}

/** One projection at work in this process. */
export class RunningProjection {
  readonly reached = new ReachedPositions();
  readonly #failures = new Map<string, ProjectionFailure>();
  readonly #stopping = new Wakeup();
  readonly #consumptions: Consumption[] = [];
  #proving: Promise<void> | undefined;
  #provenAt: number | undefined;
  #stopped: boolean = false;

  constructor(
    readonly projection: Projection,
    private readonly options: RunningProjectionOptions,
  ) {}

  /** Rejects when the cursors cannot be made. */
  async start(): Promise<void> {
    await createCursors(this.options.db, this.projection);
    for (const stream of this.projection.streams) this.#consumptions.push(this.#consume(stream));
    this.#proving = this.#keepProving();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopping.ring();
    this.reached.abandon();
    await Promise.all(this.#consumptions.map((consumption) => consumption.stop()));
    await this.#proving;
  }

  freshnessMs(): number {
    return this.#provenAt === undefined ? Infinity : this.options.monotonicMs() - this.#provenAt;
  }

  health(): ProjectionHealth {
    const failures = [...this.#failures.values()];
    const { name } = this.projection;
    return { name, healthy: failures.length === 0, freshnessMs: this.freshnessMs(), failures };
  }

  /** Waits until these positions, which were the newest at `askedAt`, are applied. */
  async pass(heads: Positions, askedAt: number, timeoutMs: number): Promise<boolean> {
    const passed = await this.reached.pass(this.#own(heads), timeoutMs);
    if (passed) this.#provenAt = Math.max(askedAt, this.#provenAt ?? askedAt);
    return passed;
  }

  #own(heads: Positions): Positions {
    return new Map(this.projection.streams.map((stream) => [stream, heads.get(stream) ?? Infinity]));
  }

  #consume(stream: string): Consumption {
    const { bus, db } = this.options;
    const { name } = this.projection;
    return bus.consume({
      stream,
      consumer: `projection ${name}`,
      after: async () => this.#moved(stream, await readCursor(db, name, stream)),
      handle: (events) => this.#handle(stream, events),
    });
  }

  async #handle(stream: string, events: readonly BusEvent[]): Promise<number> {
    const after = this.reached.of(stream) ?? 0;
    try {
      const onApplied = (applied: readonly BusEvent[]) => this.#applied(stream, applied);
      const fresh = events.filter(({ position }) => position > after);
      const reached = await applyBatch(this.options.db, this.projection, {
        stream,
        after,
        events: fresh,
        onApplied,
      });
      this.#failures.delete(stream);
      return this.#moved(stream, reached);
    } catch (error) {
      this.#fail(stream, error);
      throw error;
    }
  }

  #moved(stream: string, position: number): number {
    this.reached.moveTo(stream, position);
    return position;
  }

  #applied(stream: string, events: readonly BusEvent[]): void {
    const last = events.at(-1);
    if (last === undefined) return;
    this.#moved(stream, last.position);
    try {
      this.projection.afterCommit?.(events);
    } catch (error) {
      this.options.reportAfterCommit(this.projection.name, error);
    }
  }

  #fail(stream: string, error: unknown): void {
    const attempts = (this.#failures.get(stream)?.attempts ?? 0) + 1;
    const event = error instanceof HandlingFailed ? { event: error.event } : {};
    const fault = faultOf(error instanceof HandlingFailed ? error.cause : error);
    this.#failures.set(stream, { stream, attempts, ...event, fault });
  }

  /** Without events nobody would notice that the owner of a stream has fallen silent. */
  async #keepProving(): Promise<void> {
    while (!this.#stopped) {
      const askedAt = this.options.monotonicMs();
      const heads = await headsOf(this.options.bus, this.projection.streams).catch(() => undefined);
      if (heads !== undefined && !this.#stopped) await this.pass(heads, askedAt, PROOF_PATIENCE_MS);
      if (!this.#stopped) await this.#stopping.wait(this.options.proofEveryMs);
    }
  }
}
