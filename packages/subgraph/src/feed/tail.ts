import { Wakeup } from '@coalition-hub/bus';
import { RecentUpdates } from './recent-updates.js';
import { type Sequenced, type UpdateSource, updatesPerPage } from './update-source.js';

export interface TailOptions {
  /** How often it looks by itself, in ms: other processes apply events too, and do not wake this one. */
  readonly pollMs: number;
  /** Updates kept for followers. */
  readonly kept: number;
  /** The feed could not be read; it will be tried again. */
  report(error: unknown): void;
}

export interface Woken {
  wake(): void;
}

/** The end of one subject's feed: reads what is new once, however many follow. */
export class Tail<Update extends Sequenced> {
  readonly recent: RecentUpdates<Update>;
  readonly #followers = new Set<Woken>();
  readonly #bell = new Wakeup();
  #stopped: boolean = false;
  readonly #ended: Promise<void>;

  /** @param end sequence number from which it reads on */
  constructor(
    readonly subjectId: string,
    end: number,
    private readonly source: UpdateSource<Update>,
    private readonly options: TailOptions,
  ) {
    this.recent = new RecentUpdates(end, options.kept);
    this.#ended = this.#run();
  }

  get followed(): boolean {
    return this.#followers.size > 0;
  }

  add(follower: Woken): void {
    this.#followers.add(follower);
  }

  remove(follower: Woken): void {
    this.#followers.delete(follower);
  }

  /** There may be something new. */
  wake(): void {
    this.#bell.ring();
  }

  /** Resolves when nothing is read any more. */
  stop(): Promise<void> {
    this.#stopped = true;
    this.#bell.ring();
    return this.#ended;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      if (!(await this.#read())) await this.#bell.wait(this.options.pollMs);
    }
  }

  /** Whether there may be more to read at once. */
  async #read(): Promise<boolean> {
    try {
      const updates = await this.source.after(this.subjectId, this.recent.end);
      this.recent.add(updates);
      if (updates.length > 0) for (const follower of this.#followers) follower.wake();
      return updates.length === updatesPerPage;
    } catch (error) {
      this.options.report(error);
      return false;
    }
  }
}
