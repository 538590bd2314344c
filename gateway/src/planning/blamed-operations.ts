import { createHash } from 'node:crypto';

const MOST = 10_000;
const REMEMBERED_MS = 600_000;

/**
 * Operations that brought the planner down, so that none of them does it twice. They are forgotten after ten minutes:
 * whoever was blamed for what another did, or for a machine that was too busy, is not refused for ever.
 */
export class BlamedOperations {
  readonly #until = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {}

  has(text: string): boolean {
    const until = this.#until.get(nameOf(text));
    return until !== undefined && until > this.now();
  }

  /** @returns a name to find it by in the log, which says nothing of what is in it */
  add(text: string): string {
    const name = nameOf(text);
    this.#until.delete(name);
    this.#until.set(name, this.now() + REMEMBERED_MS);
    for (const oldest of this.#until.keys()) {
      if (this.#until.size <= MOST) break;
      this.#until.delete(oldest);
    }
    return name;
  }

  get size(): number {
    return this.#until.size;
  }
}

function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
