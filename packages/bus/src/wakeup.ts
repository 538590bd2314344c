/** A bell for one waiter. Rung while nobody waits, it is remembered, so that nothing is slept through. */
export class Wakeup {
  #rung: boolean = false;
  #release: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#release?.();
  }

  /** Resolves at the next ring, at once if it was rung since the last wait, and after `timeoutMs` at the latest. */
  async wait(timeoutMs?: number): Promise<void> {
    if (!this.#rung) await this.#next(timeoutMs);
    this.#rung = false;
  }

  async #next(timeoutMs: number | undefined): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = timeoutMs === undefined ? undefined : setTimeout(resolve, timeoutMs);
    this.#release = resolve;
    await promise;
    this.#release = undefined;
    clearTimeout(timer);
  }
}
