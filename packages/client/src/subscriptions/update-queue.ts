type Taken<Update> = IteratorResult<Update, void>;

interface Waiter<Update> {
  resolve(taken: Taken<Update>): void;
  reject(error: unknown): void;
}

const done = { done: true, value: undefined } as const;

/** Updates that came and were not taken yet, and those who wait for one. What is in it is taken before its end. */
export class UpdateQueue<Update> {
  readonly #kept: Update[] = [];
  readonly #waiting: Waiter<Update>[] = [];
  #failure: { readonly error: unknown } | undefined;
  #ended: boolean = false;

  get size(): number {
    return this.#kept.length;
  }

  get ended(): boolean {
    return this.#ended;
  }

  put(update: Update): void {
    if (this.#ended) return;
    const waiter = this.#waiting.shift();
    if (waiter) waiter.resolve({ done: false, value: update });
    else this.#kept.push(update);
  }

  take(): Promise<Taken<Update>> {
    if (this.#kept.length > 0) return Promise.resolve({ done: false, value: this.#kept.shift() as Update });
    if (this.#failure) return this.#thrownOnce(this.#failure);
    if (this.#ended) return Promise.resolve(done);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** What is in it is dropped. */
  end(): void {
    this.#kept.length = 0;
    this.#failure = undefined;
    this.#ended = true;
    for (const { resolve } of this.#waiting.splice(0)) resolve(done);
  }

  /** As `fail`, and what is in it is dropped. */
  abort(reason: unknown): void {
    this.#kept.length = 0;
    this.fail(reason);
  }

  /** Told to the first who finds nothing more to take; to later ones it has just ended. */
  fail(error: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    const [first, ...others] = this.#waiting.splice(0);
    if (first) first.reject(error);
    else this.#failure = { error };
    for (const { resolve } of others) resolve(done);
  }

  #thrownOnce({ error }: { readonly error: unknown }): Promise<never> {
    this.#failure = undefined;
    return Promise.reject(error);
  }
}
