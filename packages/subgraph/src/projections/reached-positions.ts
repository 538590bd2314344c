import type { Positions } from './cursors.js';

/** How far a projection is known to have come, for those who wait for it. */
export class ReachedPositions {
  readonly #positions = new Map<string, number>();
  readonly #waiting = new Set<(abandoned: boolean) => void>();

  of(stream: string): number | undefined {
    return this.#positions.get(stream);
  }

  moveTo(stream: string, position: number): void {
    if (this.#positions.get(stream) === position) return;
    this.#positions.set(stream, position);
    for (const look of [...this.#waiting]) look(false);
  }

  snapshot(): Positions {
    return new Map(this.#positions);
  }

  /** Whether anything has moved since the snapshot. */
  differFrom(snapshot: Positions): boolean {
    return [...this.#positions].some(([stream, position]) => snapshot.get(stream) !== position);
  }

  havePassed(heads: Positions): boolean {
    return [...heads].every(([stream, head]) => (this.#positions.get(stream) ?? -1) >= head);
  }

  /** Nothing will move any more. */
  abandon(): void {
    for (const look of [...this.#waiting]) look(true);
  }

  /** Resolves when all heads are passed (`true`), or after `timeoutMs` or when abandoned (`false`). */
  async pass(heads: Positions, timeoutMs: number): Promise<boolean> {
    if (this.havePassed(heads)) return true;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const look = (abandoned: boolean) => {
      if (abandoned || this.havePassed(heads)) resolve(!abandoned);
    };
    const timer = setTimeout(() => resolve(false), Math.max(0, timeoutMs));
    this.#waiting.add(look);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(look);
    }
  }
}
