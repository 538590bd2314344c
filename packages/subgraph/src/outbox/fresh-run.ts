/**
 * Shares the runs of an action between callers, never two at a time, so that each caller gets a run that began after
 * its call: what was true before the call is seen by it.
 */
export class FreshRun<T> {
  #running: Promise<T> | undefined;
  #next: Promise<T> | undefined;

  constructor(private readonly action: () => Promise<T>) {}

  run(): Promise<T> {
    if (this.#next !== undefined) return this.#next;
    if (this.#running === undefined) {
      this.#running = this.#go();
      return this.#running;
    }
    this.#next = this.#after(this.#running);
    return this.#next;
  }

  async #after(running: Promise<T>): Promise<T> {
    await running.catch(() => undefined);
    this.#running = this.#next;
    this.#next = undefined;
    return this.#go();
  }

  async #go(): Promise<T> {
    try {
      return await this.action();
    } finally {
      if (this.#next === undefined) this.#running = undefined;
    }
  }
}
