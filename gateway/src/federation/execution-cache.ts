import type { ParsedOperation } from '../operations/prepare-operation.js';

/** As many, and with as much text, as operations are remembered: an execution weighs a hundred times its text. */
const mostEntries = 1_000;
const mostCharacters = 500_000;
const longestText = 20_000;

interface Entry<Value> {
  readonly value: Value;
  readonly weight: number;
  readonly variants: Map<string, Entry<Value>>;
  readonly key: string;
}

/**
 * A value for each variant of an operation, in order of last use. All operations share one bound: bounded for each
 * by itself, an operation with many conditions would hold many times what its text weighs.
 */
export class ExecutionCache<Value> {
  readonly #operations = new WeakMap<ParsedOperation, Map<string, Entry<Value>>>();
  readonly #byLastUse = new Set<Entry<Value>>();
  #characters = 0;

  get(operation: ParsedOperation, key: string): Value | undefined {
    const entry = this.#operations.get(operation)?.get(key);
    if (!entry) return undefined;
    this.#byLastUse.delete(entry);
    this.#byLastUse.add(entry);
    return entry.value;
  }

  set(operation: ParsedOperation, key: string, value: Value): void {
    if (operation.textLength > longestText) return;
    this.delete(operation, key);
    const variants = this.#operations.get(operation) ?? new Map<string, Entry<Value>>();
    this.#operations.set(operation, variants);
    const entry = { value, weight: operation.textLength, variants, key };
    variants.set(key, entry);
    this.#byLastUse.add(entry);
    this.#characters += entry.weight;
    this.#evict();
  }

  delete(operation: ParsedOperation, key: string): void {
    const entry = this.#operations.get(operation)?.get(key);
    if (entry) this.#drop(entry);
  }

  get size(): number {
    return this.#byLastUse.size;
  }

  #evict(): void {
    for (const oldest of this.#byLastUse) {
      if (this.#byLastUse.size <= mostEntries && this.#characters <= mostCharacters) return;
      this.#drop(oldest);
    }
  }

  #drop(entry: Entry<Value>): void {
    entry.variants.delete(entry.key);
    this.#byLastUse.delete(entry);
    this.#characters -= entry.weight;
  }
}
