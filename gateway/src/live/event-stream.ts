import type { ExecutionResult } from 'graphql';

const done = { done: true, value: undefined } as const;

/**
 * A subscription's answers. Written by hand because `return` of an async generator waits for the pending `next`,
 * which on a quiet subscription is for ever: here it ends the upstream at once.
 */
export class EventStream implements AsyncIterableIterator<ExecutionResult, undefined> {
  #ended: boolean = false;
  #release: ((result: IteratorResult<ExecutionResult, undefined>) => void) | undefined;
  readonly #end = (): void => this.#finish();

  /** @param upstream aborted when the stream ends, for sources whose own `return` would wait */
  constructor(
    private readonly source: AsyncIterator<ExecutionResult>,
    private readonly upstream: AbortController,
    private readonly client: AbortSignal,
    private readonly complete: (event: ExecutionResult) => Promise<ExecutionResult>,
    private readonly failure: (error: unknown) => ExecutionResult,
  ) {
    if (client.aborted) this.#finish();
    else client.addEventListener('abort', this.#end, { once: true });
  }

  next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    if (this.#ended) return Promise.resolve(done);
    return new Promise((resolve) => {
      this.#release = resolve;
      void this.#pull().then(resolve);
    });
  }

  return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    this.#finish();
    return Promise.resolve(done);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Never rejects: a failing source has its failure as a last event. */
  async #pull(): Promise<IteratorResult<ExecutionResult, undefined>> {
    try {
      const event = await this.source.next();
      if (!event.done) return { done: false, value: await this.complete(event.value) };
      this.#finish();
      return done;
    } catch (error) {
      if (this.#ended) return done;
      this.#finish();
      return { done: false, value: this.failure(error) };
    }
  }

  #finish(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.client.removeEventListener('abort', this.#end);
    this.upstream.abort();
    // A source that fails to end cleanly has nobody left to tell.
    this.source.return?.().catch(() => undefined);
    this.#release?.(done);
  }
}
