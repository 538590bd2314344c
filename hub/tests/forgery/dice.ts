/** Chances of one run, always the same for one seed. */
export class Dice {
  #state: number;

  constructor(readonly seed: number) {
    this.#state = seed;
  }

  /** A whole number from 0 to below `end`. */
  below(end: number): number {
    // Mulberry32, by Tommy Ettinger, in the public domain.
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * end);
  }

  of<T>(choices: readonly T[]): T {
    const chosen = choices[this.below(choices.length)];
    if (chosen === undefined) throw new RangeError('There is nothing to choose from');
    return chosen;
  }

  /** The text with one of its characters replaced by another letter or digit. */
  altered(text: string): string {
    const at = this.below(text.length);
    const others = [...'ABCxyz0189'].filter((character) => character !== text[at]);
    return `${text.slice(0, at)}${this.of(others)}${text.slice(at + 1)}`;
  }

  /** The bytes with one bit turned. */
  flipped(bytes: Buffer): Buffer {
    const copy = Buffer.from(bytes);
    const at = this.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << this.below(8));
    return copy;
  }
}
