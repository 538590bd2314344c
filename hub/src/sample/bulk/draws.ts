import { createHash } from 'node:crypto';

/**
 * Numbers for one thing of a kind, the same for the same seed whatever else was drawn: any placeholder can be made
 * again from its number alone, so none of a million has to be kept.
 */
export class Draws {
  readonly #digest: Buffer;
  #state: number;

  constructor(seed: string, kind: string, index: number) {
    this.#digest = createHash('sha256').update(`${seed}\n${kind}\n${index}`).digest();
    this.#state = this.#digest.readUInt32LE(16);
  }

  /** UUID of RFC 9562, version 4 by its form. */
  get id(): string {
    const bytes = Buffer.from(this.#digest.subarray(0, 16));
    bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  /** 0 up to but not 1 (mulberry32: small, and even enough for placeholders). */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to but not `limit`. */
  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  oneOf<T>(values: readonly T[]): T {
    return values[this.below(values.length)] as T;
  }

  /** The first ones often, the last ones rarely, as words and countries come. */
  favouringFirst<T>(values: readonly T[]): T {
    return values[Math.floor(this.fraction() ** 2.5 * values.length)] as T;
  }

  /** By shares of a hundred. */
  byShare<T extends { readonly share: number }>(values: readonly T[]): T {
    let left = this.below(100);
    for (const value of values) {
      if (left < value.share) return value;
      left -= value.share;
    }
    return values[0] as T;
  }
}
