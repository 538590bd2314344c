import type { PlanNode } from '@graphql-hive/router-query-planner';
import { gatewayError } from '../operations/error-codes.js';

/** An operation that waits for its plan, or is being planned. */
export interface WaitingText {
  readonly text: string;
  /** How often it was taken up. */
  readonly tries: number;
  resolve(plan: PlanNode | undefined): void;
  reject(error: unknown): void;
}

interface Waiting extends WaitingText {
  tries: number;
  timer: NodeJS.Timeout | undefined;
}

/** Operations in the order in which they came; as many as may wait, and each as long as it may. */
export class WaitingTexts {
  readonly #queue = new Set<Waiting>();

  constructor(
    private readonly most: number,
    private readonly patienceMs: number,
  ) {}

  /** @throws UNAVAILABLE where too many wait, or it has waited too long */
  async add(text: string): Promise<PlanNode | undefined> {
    if (this.#queue.size >= this.most) throw tooMany();
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { text, tries: 0, resolve, reject, timer: undefined };
      waiting.timer = setTimeout(() => {
        if (this.#queue.delete(waiting)) reject(tooMany());
      }, this.patienceMs);
      this.#queue.add(waiting);
    });
  }

  /** Before all others, once more. */
  addFirst(waiting: WaitingText): void {
    const others = [...this.#queue];
    this.#queue.clear();
    for (const each of [waiting as Waiting, ...others]) this.#queue.add(each);
  }

  /** Takes up the one that has waited longest. */
  next(): WaitingText | undefined {
    const [first] = this.#queue;
    if (!first) return undefined;
    this.#queue.delete(first);
    clearTimeout(first.timer);
    first.tries += 1;
    return first;
  }

  refuseAll(error: unknown): void {
    for (const waiting of this.#queue) {
      clearTimeout(waiting.timer);
      waiting.reject(error);
    }
    this.#queue.clear();
  }
}

function tooMany() {
  return gatewayError('UNAVAILABLE', 'Too many operations wait to be planned; try again in a moment');
}
