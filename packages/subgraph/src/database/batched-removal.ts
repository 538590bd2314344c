import { Wakeup } from '@coalition-hub/bus';

export interface BatchedRemovalOptions {
  /** Removes at most `batch` rows in one transaction: it holds no lock for long. Returns how many. */
  readonly removeBatch: () => Promise<number>;
  readonly batch: number;
  readonly firstAfterMs: number;
  readonly everyMs: number;
  readonly report: (error: unknown) => void;
}

/** Removes rows that have had their time, again and again. */
export class BatchedRemoval {
  readonly #stopping = new Wakeup();
  #running: Promise<void> | undefined;
  #stopped: boolean = false;

  constructor(private readonly removal: BatchedRemovalOptions) {}

  start(): void {
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopping.ring();
    await this.#running;
  }

  /** @returns how many rows went */
  async remove(): Promise<number> {
    let removed = 0;
    for (let full = true; full && !this.#stopped; ) {
      const count = await this.removal.removeBatch();
      removed += count;
      full = count === this.removal.batch;
    }
    return removed;
  }

  async #run(): Promise<void> {
    await this.#stopping.wait(this.removal.firstAfterMs);
    while (!this.#stopped) {
      await this.remove().catch(this.removal.report);
      if (!this.#stopped) await this.#stopping.wait(this.removal.everyMs);
    }
  }
}
