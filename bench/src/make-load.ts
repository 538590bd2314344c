import type { LoadOrder, LoadResult } from './load.js';
import { LoadConnection } from './load-connection.js';
import { pageSizesOf, requestBody } from './operation.js';
import { percentile } from './statistics.js';

/**
 * Keeps every connection busy for the time that was ordered, and lets what is in flight then come to its end.
 *
 * @throws where an answer is not a 200, or differs from the first one in a single byte
 */
export async function makeLoad(order: LoadOrder): Promise<LoadResult> {
  const load = new Load(order);
  const startedAt = performance.now();
  const endAt = startedAt + order.seconds * 1000;
  await Promise.all(Array.from({ length: order.connections }, (_, index) => load.keepBusy(index, endAt)));
  return load.result((performance.now() - startedAt) / 1000);
}

class Load {
  readonly #order: LoadOrder;
  readonly #latencies: number[] = [];
  #expected: Buffer | undefined;

  constructor(order: LoadOrder) {
    this.#order = order;
  }

  async keepBusy(index: number, endAt: number): Promise<void> {
    const connection = new LoadConnection(this.#order.url, this.#order.token);
    const bodies = this.#bodiesOf(index);
    try {
      for (let turn = 0; performance.now() < endAt; turn++) {
        await this.#exchange(connection, bodies[turn % bodies.length] as Buffer);
      }
    } finally {
      connection.close();
    }
  }

  async #exchange(connection: LoadConnection, body: Buffer): Promise<void> {
    const sentAt = performance.now();
    const answer = await connection.post(body);
    this.#latencies.push(performance.now() - sentAt);
    this.#expected ??= answer;
    // As fast as not looking at all, and no error goes unnoticed.
    if (!answer.equals(this.#expected)) throw new Error(`Answers differ: ${answer.toString().slice(0, 600)}`);
  }

  #bodiesOf(index: number): Buffer[] {
    const { query, slug, connections } = this.#order;
    return pageSizesOf(index, connections).map((first) => Buffer.from(requestBody(query, slug, first)));
  }

  result(seconds: number): LoadResult {
    const sorted = this.#latencies.toSorted((a, b) => a - b);
    return {
      requests: sorted.length,
      seconds,
      p50Ms: percentile(sorted, 0.5),
      p99Ms: percentile(sorted, 0.99),
      answerBytes: this.#expected?.length ?? 0,
    };
  }
}
