import type { Clock } from '../time/clock.js';

/** So many at once, and one more every so many seconds. */
export interface Pace {
  readonly most: number;
  readonly everySeconds: number;
}

/** Changes of one person, whatever they are: more than any script needs that waits for its answers. */
export const changesOfOnePerson: Pace = { most: 5_000, everySeconds: 0.05 };

/** How many names are remembered; whoever was not seen for longest is taken for somebody new. */
const mostNames = 50_000;

interface Bucket {
  left: number;
  /** When it was filled last, in ms. */
  at: number;
}

/**
 * Keeps people from doing something very often (token buckets). Counted in this process alone, and never by network
 * address: many people at risk share one.
 */
export class Paces {
  readonly #buckets = new Map<string, Bucket>();

  constructor(private readonly clock: Clock) {}

  /** @returns seconds until it may be tried again; 0: it may be done now, and was counted */
  take(name: string, { most, everySeconds }: Pace): number {
    const now = this.clock.now().getTime();
    const known = this.#buckets.get(name) ?? { left: most, at: now };
    const refilled = Math.max(0, now - known.at) / (everySeconds * 1_000);
    const left = Math.min(most, known.left + refilled);
    this.#buckets.delete(name);
    this.#buckets.set(name, { left: left >= 1 ? left - 1 : left, at: now });
    this.#forget();
    return left >= 1 ? 0 : Math.ceil((1 - left) * everySeconds);
  }

  /** What was counted did not happen. */
  giveBack(name: string): void {
    const bucket = this.#buckets.get(name);
    if (bucket) bucket.left += 1;
  }

  #forget(): void {
    if (this.#buckets.size <= mostNames) return;
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}
