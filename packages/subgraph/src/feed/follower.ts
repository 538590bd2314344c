import { Wakeup } from '@coalition-hub/bus';
import type { Tail } from './tail.js';
import type { Sequenced, UpdateSource } from './update-source.js';

export interface FollowerOptions<Update> {
  /** Sequence number after which to begin. */
  readonly after: number;
  /**
   * Whether the follower may have this update, asked when it is about to be handed out; one that it may not have is
   * passed over.
   * @throws Fault when the subject is not open to the follower any more
   */
  mayRead(update: Update): Promise<boolean>;
  /** Told once, when nothing more will be taken. */
  onEnd(): void;
}

/**
 * Somebody who follows a subject: all it has is a place in the feed. What comes next is taken from the tail's recent
 * updates as long as these reach back to that place, and from the table otherwise. So joining, catching up, and falling
 * behind are one thing, with neither a gap nor a repeat where one becomes the other, and nothing is queued.
 *
 * Calls of `next` may not overlap.
 */
export class Follower<Update extends Sequenced> implements AsyncIterableIterator<Update, void> {
  readonly #bell = new Wakeup();
  #place: number;
  #page: Update[] = [];
  #ended: boolean = false;

  constructor(
    private readonly tail: Pick<Tail<Update>, 'subjectId' | 'recent'>,
    private readonly source: UpdateSource<Update>,
    private readonly options: FollowerOptions<Update>,
  ) {
    this.#place = options.after;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  wake(): void {
    this.#bell.ring();
  }

  /** @throws Fault when the subject is not open to the follower any more; then it has ended */
  async next(): Promise<IteratorResult<Update, void>> {
    try {
      const update = await this.#await();
      return update === undefined ? { done: true, value: undefined } : { done: false, value: update };
    } catch (error) {
      this.end();
      throw error;
    }
  }

  async return(): Promise<IteratorResult<Update, void>> {
    this.end();
    return { done: true, value: undefined };
  }

  /** Releases a waiting `next` too. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#page = [];
    this.#bell.ring();
    this.options.onEnd();
  }

  async #await(): Promise<Update | undefined> {
    while (!this.#ended) {
      const update = await this.#take();
      if (update === undefined) await this.#bell.wait();
      else if (await this.options.mayRead(update)) return this.#ended ? undefined : update;
    }
    return undefined;
  }

  async #take(): Promise<Update | undefined> {
    const update = this.#page.shift() ?? (await this.#following());
    if (update !== undefined) this.#place = update.sequence;
    return update;
  }

  async #following(): Promise<Update | undefined> {
    const { recent, subjectId } = this.tail;
    const { floor } = recent;
    if (this.#place >= floor) return recent.next(this.#place);
    this.#page = await this.source.after(subjectId, this.#place);
    if (this.#page.length === 0) this.#place = floor;
    return this.#page.shift() ?? recent.next(this.#place);
  }
}
