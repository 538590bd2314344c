import { setTimeout as sleep } from 'node:timers/promises';

interface Stoppable {
  /** @param patienceMs how long it may take; as long as it needs unless told */
  stop(patienceMs?: number): Promise<void>;
}

/** The parts that run, to be stopped in this order: who lets work in, who does it, what it stands on. */
interface Parts {
  door?: Stoppable;
  subgraphs?: Stoppable;
  identity?: Stoppable;
  server?: Stoppable;
}

/** How long each part may take, in ms: 5 s in all, with a rest for the process to end. */
export const promptStop = { door: 2_000, subgraphs: 500, total: 4_000 } as const;

/** A door that cuts its clients off needs this long for it, in ms. */
const cutMs = 1_500;

/** Stops whatever was started so far, once, however often it is asked. */
export class Shutdown {
  readonly #parts: Parts = {};
  #done: Promise<void> | undefined;

  /** @param limits what to keep to; none: every part may take as long as it needs */
  constructor(private readonly limits?: typeof promptStop) {}

  owns<Part extends Stoppable>(role: keyof Parts, part: Part): Part {
    this.#parts[role] = part;
    return part;
  }

  run(): Promise<void> {
    this.#done ??= this.stopAll();
    return this.#done;
  }

  /** A part that fails to stop, or takes too long, does not keep the others up. */
  private async stopAll(): Promise<void> {
    const { door, subgraphs, identity, server } = this.#parts;
    const failures: unknown[] = [];
    const stop = (part: Stoppable | undefined, patienceMs?: number) =>
      part?.stop(patienceMs).catch((error: unknown) => failures.push(error));
    const begun = performance.now();
    const { limits } = this;
    await within(stop(door, limits?.door), limits && limits.door + cutMs);
    // A request that was cut off may still wait in the database, and the subgraph for it: the server ends both.
    await within(Promise.all([stop(subgraphs), stop(identity)]), limits?.subgraphs);
    await stop(server, limits && Math.max(0, limits.total - (performance.now() - begun)));
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything stopped cleanly.');
  }
}

async function within(work: Promise<unknown> | undefined, patienceMs: number | undefined): Promise<void> {
  if (patienceMs === undefined) return void (await work);
  const enough = new AbortController();
  const timeIsUp = sleep(patienceMs, undefined, { signal: enough.signal }).catch(() => undefined);
  await Promise.race([work, timeIsUp]);
  enough.abort();
}
