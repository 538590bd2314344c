import type { Sequenced } from './update-source.js';

/**
 * The newest updates of one subject, without a gap. It is bounded, and shared by all who follow: somebody slow costs
 * no memory, but falls out of it.
 */
export class RecentUpdates<Update extends Sequenced> {
  #updates: Update[] = [];
  #floor: number;
  #end: number;

  /** @param end everything up to here happened before, and is not in here */
  constructor(
    end: number,
    private readonly kept: number,
  ) {
    this.#floor = end;
    this.#end = end;
  }

  /** Who stands here or later finds everything newer in here. */
  get floor(): number {
    return this.#floor;
  }

  /** Sequence of the newest update. */
  get end(): number {
    return this.#end;
  }

  /** @param updates all that came after `end`, in order */
  add(updates: readonly Update[]): void {
    const last = updates.at(-1);
    if (last === undefined) return;
    this.#end = last.sequence;
    this.#updates.push(...updates);
    const dropped = this.#updates.splice(0, this.#updates.length - this.kept);
    this.#floor = dropped.at(-1)?.sequence ?? this.#floor;
  }

  /** The first update after a sequence number that is not below the floor. */
  next(sequence: number): Update | undefined {
    let low = 0;
    let high = this.#updates.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#updates[middle]?.sequence ?? Infinity) > sequence) high = middle;
      else low = middle + 1;
    }
    return this.#updates[low];
  }
}
