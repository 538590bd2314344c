import { setTimeout as sleep } from 'node:timers/promises';
import { FollowedUpdates, type Update } from '../whole-hub/followed-updates.js';

const againAfterMs = 100;
const patienceMs = 30_000;

/**
 * Follows the practice statement as a careful client does: where an update comes with an error, or the socket ends,
 * it connects again and goes on after the last update that was whole.
 */
export class PersistentFollower {
  readonly #earlier: Update[] = [];
  #current: FollowedUpdates;
  /** How often it had to connect again. */
  reconnections = 0;

  /** @param after where it goes on from */
  constructor(
    private readonly url: string,
    private readonly after: string,
  ) {
    this.#current = this.connect(after);
  }

  get updates(): readonly Update[] {
    return [...this.#earlier, ...this.#current.updates];
  }

  /** Waits until that many updates have come. @throws Error when they do not come in time */
  async received(count: number): Promise<void> {
    const deadline = performance.now() + patienceMs;
    while (this.updates.length < count) {
      if (performance.now() > deadline) throw new Error(`${this.updates.length} updates came of ${count}`);
      await this.#current.received(count - this.#earlier.length).catch(() => this.reconnect());
    }
  }

  /** The place to go on from. */
  async leave(): Promise<string> {
    await this.#current.disconnect().catch(() => undefined);
    return this.updates.at(-1)?.cursor ?? this.after;
  }

  private async reconnect(): Promise<void> {
    const cursor = await this.leave();
    this.#earlier.push(...this.#current.updates);
    this.reconnections += 1;
    await sleep(againAfterMs);
    this.#current = this.connect(cursor);
  }

  private connect(after: string): FollowedUpdates {
    return FollowedUpdates.overWebSocket(`${this.url}/graphql`, { slug: 'practice-statement', after });
  }
}
