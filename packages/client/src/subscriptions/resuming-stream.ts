import type { AnyVariables } from '../documents/typed-document.js';
import { errorOfAnswer } from '../errors/graphql-errors.js';
import type { HubError } from '../errors/hub-error.js';
import { pause } from '../retry/pause.js';
import { delayAfter, type RetryPolicy } from '../retry/retry-policy.js';
import type { HubSocket, SocketResult, SocketSink } from './hub-socket.js';
import { UpdateQueue } from './update-queue.js';

/** A subscription that can go on from any of its updates, with its variable `$after`. */
export interface Resumable<Update> {
  readonly query: string;
  readonly variables: AnyVariables;
  read(data: Record<string, unknown>): Update;
  cursorOf(update: Update): string;
  /** The place to begin at; without one, with what happens once it is connected. */
  begin(signal: AbortSignal): Promise<string | null | undefined>;
}

export interface StreamOptions {
  readonly retry: RetryPolicy;
  /** How many updates may wait to be taken. */
  readonly capacity: number;
  readonly signal?: AbortSignal | undefined;
  /** Told whenever it has to begin again, and how often in a row without an update; what it throws ends the stream. */
  readonly onTrouble?: ((error: HubError, failures: number) => void) | undefined;
  onEnd(): void;
}

/**
 * Updates, each once and in order, whatever becomes of the sockets they come by. It begins when it is made.
 *
 * A lost connection is made anew, after the last update that came whole: without end once the hub was reached,
 * otherwise as often as the policy says; so often, too, where the hub will run no more operations. Where updates are taken more slowly than they come, it leaves the hub when
 * `capacity` of them wait, and comes back for the next when half of those are taken: so memory is bounded, and nothing
 * is missed.
 */
export class ResumingStream<Update> implements AsyncIterableIterator<Update, void, void> {
  readonly #queue = new UpdateQueue<Update>();
  readonly #gone = new AbortController();
  readonly #abort = (): void => {
    this.#queue.abort(this.options.signal?.reason);
    this.#release();
  };
  #cursor: string | null = null;
  #leave: () => void = () => undefined;
  #failures = 0;
  #reached: boolean = false;
  #paused: boolean = false;
  #openedAt = 0;

  constructor(
    private readonly socket: HubSocket,
    private readonly subscription: Resumable<Update>,
    private readonly options: StreamOptions,
  ) {
    options.signal?.addEventListener('abort', this.#abort, { once: true });
    if (options.signal?.aborted) this.#abort();
    else void this.#begin();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** @throws HubError where it cannot go on, the signal’s reason, what the caller’s functions throw; then it has ended */
  next(): Promise<IteratorResult<Update, void>> {
    const taken = this.#queue.take();
    if (this.#paused && this.#queue.size <= this.options.capacity / 2) this.#open();
    return taken;
  }

  return(): Promise<IteratorResult<Update, void>> {
    this.#finish();
    return Promise.resolve({ done: true, value: undefined });
  }

  async #begin(): Promise<void> {
    try {
      this.#cursor = (await this.subscription.begin(this.#gone.signal)) ?? null;
    } catch (error) {
      return this.#fail(error);
    }
    this.#open();
  }

  #open(): void {
    this.#paused = false;
    if (this.#queue.ended) return;
    this.#openedAt = performance.now();
    const { query, variables } = this.subscription;
    const sink: SocketSink = { next: (result) => this.#receive(result), lost: (error) => this.#lose(error) };
    this.#leave = this.socket.subscribe({ query, variables: { ...variables, after: this.#cursor } }, sink);
  }

  #receive({ data, errors }: SocketResult): void {
    if (data && !errors) this.#orFail(() => this.#keep(this.subscription.read(data)));
    else {
      this.#leave();
      this.#lose(errorOfAnswer(errors ?? []));
    }
  }

  #keep(update: Update): void {
    this.#cursor = this.subscription.cursorOf(update);
    this.#failures = 0;
    this.#queue.put(update);
    if (this.#queue.size < this.options.capacity) return;
    this.#leave();
    this.#paused = true;
  }

  #lose(error: HubError): void {
    const { accepted } = this.socket;
    this.#reached ||= accepted;
    const lasted = performance.now() - this.#openedAt > this.options.retry.longestDelayMs;
    this.#failures = accepted && lasted ? 1 : this.#failures + 1;
    const patient = this.#reached && error.code !== 'TOO_MANY_OPERATIONS';
    const again = error.retryable && (patient || this.#failures < this.options.retry.attempts);
    if (again) {
      this.#openLater();
      this.#orFail(() => this.options.onTrouble?.(error, this.#failures));
    } else this.#fail(error);
  }

  /** What the caller’s functions throw ends this stream: thrown into graphql-ws, it would close the socket of all. */
  #orFail(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#fail(error);
    }
  }

  #openLater(): void {
    const ms = delayAfter(this.#failures, this.options.retry, Math.random());
    pause(ms, this.#gone.signal).then(
      () => this.#open(),
      () => undefined,
    );
  }

  #fail(error: unknown): void {
    this.#queue.fail(error);
    this.#release();
  }

  #finish(): void {
    this.#queue.end();
    this.#release();
  }

  /** Once, however it ends. */
  #release(): void {
    if (this.#gone.signal.aborted) return;
    this.#gone.abort();
    this.#leave();
    this.options.signal?.removeEventListener('abort', this.#abort);
    this.options.onEnd();
  }
}
