/**
 * A bounded map in order of last use. The bound is the summed length of the keys as well as their number: a parsed
 * document weighs some fifty times its text, so that counting entries alone would let large ones fill the memory.
 */
export class OperationCache<Value> {
  readonly #entries = new Map<string, Value>();
  #characters = 0;

  constructor(
    private readonly maxEntries = 1_000,
    private readonly maxCharacters = 500_000,
    private readonly maxKeyLength = 20_000,
  ) {}

  get(key: string): Value | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: string, value: Value): void {
    if (key.length > this.maxKeyLength) return;
    this.delete(key);
    this.#entries.set(key, value);
    this.#characters += key.length;
    this.#evict();
  }

  delete(key: string): void {
    if (this.#entries.delete(key)) this.#characters -= key.length;
  }

  get size(): number {
    return this.#entries.size;
  }

  #evict(): void {
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.maxEntries && this.#characters <= this.maxCharacters) return;
      this.delete(oldest);
    }
  }
}
