import { setTimeout as sleep } from 'node:timers/promises';
import { faultOf } from '@coalition-hub/bus';
import type { PlanNode } from '@graphql-hive/router-query-planner';
import { gatewayError } from '../operations/error-codes.js';
import type { GatewayLog } from '../options.js';
import { BlamedOperations } from './blamed-operations.js';
import { PlannerEnded, PlannerProcess, PlannerUnusable } from './planner-process.js';
import { type WaitingText, WaitingTexts } from './waiting-texts.js';

/** Bounds of planning; times in milliseconds. */
export interface PlanningLimits {
  /** What the planner may take for one operation; most take less than one. */
  readonly planTimeoutMs: number;
  /** Operations that wait for the planner at the same time. */
  readonly maxWaitingPlans: number;
  /** How long each of them waits for its turn. */
  readonly planPatienceMs: number;
  /** After so long without work the planner ends, and gives its memory back. */
  readonly plannerIdleMs: number;
}

/** Plans operations in a process of its own, because the planner brings down the one that it is in over some. */
export interface Planning {
  /** @throws OPERATION_UNPLANNABLE, UNAVAILABLE; an `Error` with what the planner has against the operation */
  plan(text: string): Promise<PlanNode | undefined>;
  /** Why nothing can be planned; empty where something can. */
  faults(): readonly string[];
  /** The process that plans at the moment, if there is one. */
  pid(): number | undefined;
  /** Ends the process; what waits is told UNAVAILABLE. */
  close(): Promise<void>;
}

/** A planner that breaks down more often than so, in so many milliseconds, is started again after a rest. */
const breakdowns = { often: 4, withinMs: 10_000, restMs: 250 };

export function createPlanning(supergraphSdl: string, limits: PlanningLimits, log: GatewayLog): Planning {
  return new OutOfProcessPlanning(supergraphSdl, limits, log);
}

class OutOfProcessPlanning implements Planning {
  readonly #blamed = new BlamedOperations();
  readonly #waiting: WaitingTexts;
  readonly #closing = new AbortController();
  readonly #idle: NodeJS.Timeout;
  #process: PlannerProcess | undefined;
  #fault: string | undefined;
  #working = false;
  #ends: readonly number[] = [];

  constructor(
    private readonly supergraphSdl: string,
    private readonly limits: PlanningLimits,
    private readonly log: GatewayLog,
  ) {
    this.#waiting = new WaitingTexts(limits.maxWaitingPlans, limits.planPatienceMs);
    this.#idle = setTimeout(() => this.#rest(), limits.plannerIdleMs).unref();
    // Now, and not with the first operation: it is ready before the rest of the hub is.
    this.#start();
  }

  async plan(text: string): Promise<PlanNode | undefined> {
    if (this.#closing.signal.aborted) throw notNow();
    if (this.#blamed.has(text)) throw unplannable();
    const planned = this.#waiting.add(text);
    if (!this.#working) void this.#work();
    return planned;
  }

  faults(): readonly string[] {
    return this.#fault === undefined ? [] : [this.#fault];
  }

  pid(): number | undefined {
    return this.#process?.pid;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    clearTimeout(this.#idle);
    this.#waiting.refuseAll(notNow());
    const process = this.#process;
    process?.end();
    await process?.ended;
  }

  /** One after the other, so that it is known which one the planner was at when it ended. Never rejects. */
  async #work(): Promise<void> {
    this.#working = true;
    for (let next = this.#waiting.next(); next; next = this.#waiting.next()) await this.#handle(next);
    this.#working = false;
    this.#idle.refresh();
  }

  async #handle(waiting: WaitingText): Promise<void> {
    const process = await this.#startedProcess().catch(() => undefined);
    if (!process) return this.#tryAgain(waiting, notNow());
    try {
      // Somebody else may have asked for the same, and it is known by now.
      if (this.#blamed.has(waiting.text)) throw unplannable();
      waiting.resolve(await this.#planInTime(process, waiting.text));
    } catch (error) {
      if (error instanceof PlannerEnded) this.#afterEnd(waiting, error);
      else waiting.reject(error);
    }
  }

  /** Once, unless it is known by now that it must not be; then it is refused. */
  #tryAgain(waiting: WaitingText, refusal: Error): void {
    const mayRun = !this.#closing.signal.aborted && !this.#blamed.has(waiting.text);
    if (waiting.tries === 1 && mayRun) this.#waiting.addFirst(waiting);
    else waiting.reject(refusal);
  }

  /** Somebody else may have ended the planner: then the operation has a second try, and no third. */
  #afterEnd(waiting: WaitingText, { crashed }: PlannerEnded): void {
    const proven = (crashed || waiting.tries > 1) && !this.#closing.signal.aborted;
    if (proven) this.#blame(waiting.text, 'the query planner broke down over an operation');
    this.#tryAgain(waiting, proven ? unplannable() : notNow());
  }

  #blame(text: string, what: string): void {
    this.log.error({ operation: this.#blamed.add(text), length: text.length }, what);
  }

  async #planInTime(process: PlannerProcess, text: string): Promise<PlanNode | undefined> {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      process.end();
    }, this.limits.planTimeoutMs);
    try {
      return await process.plan(text);
    } catch (error) {
      if (!late) throw error;
      this.#blame(text, 'the query planner took too long over an operation');
      throw unplannable();
    } finally {
      clearTimeout(timer);
    }
  }

  /** @throws PlannerUnusable, PlannerEnded */
  async #startedProcess(): Promise<PlannerProcess> {
    if (!this.#process) {
      await this.#restAfterBreakdowns();
      if (this.#closing.signal.aborted) throw new PlannerEnded(false);
    }
    const process = this.#process ?? this.#start();
    await process.ready;
    return process;
  }

  async #restAfterBreakdowns(): Promise<void> {
    const since = performance.now() - breakdowns.withinMs;
    this.#ends = this.#ends.filter((at) => at > since);
    if (this.#ends.length < breakdowns.often) return;
    await sleep(breakdowns.restMs, undefined, { signal: this.#closing.signal }).catch(() => undefined);
  }

  #start(): PlannerProcess {
    const process = new PlannerProcess(this.supergraphSdl);
    this.#process = process;
    process.ready.then(
      () => {
        this.#fault = undefined;
      },
      (error: Error) => this.#notStarted(process, error),
    );
    void process.ended.then(() => {
      if (this.#process === process) this.#process = undefined;
      this.#ends = [...this.#ends, performance.now()];
    });
    return process;
  }

  #notStarted(process: PlannerProcess, error: Error): void {
    if (this.#closing.signal.aborted) return;
    this.#fault = 'operations cannot be planned';
    this.log.error({ error: faultOf(error) }, 'the query planner cannot be started');
    process.end();
    if (error instanceof PlannerUnusable) return;
    setTimeout(() => {
      if (!this.#closing.signal.aborted) this.#process ??= this.#start();
    }, breakdowns.restMs).unref();
  }

  #rest(): void {
    if (!this.#working) this.#process?.end();
  }
}

function unplannable() {
  return gatewayError(
    'OPERATION_UNPLANNABLE',
    'This operation is too intricate to be planned; ask for its parts one by one',
  );
}

function notNow() {
  return gatewayError('UNAVAILABLE', 'This cannot be planned right now; try again in a moment');
}
