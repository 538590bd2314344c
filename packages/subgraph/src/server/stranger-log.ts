import type { Log } from '../log/log.js';
import type { NotFromGateway } from '../message-signatures/not-from-gateway.js';

const everyMs = 10_000;

/** Tells the operator why requests are refused, as the sender is not told; forgeries must not fill the log. */
export class StrangerLog {
  #refused = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly log: Log) {}

  tell({ message: reason }: NotFromGateway): void {
    this.#refused += 1;
    const now = performance.now();
    if (now - this.#toldAt < everyMs) return;
    this.log.warn({ reason, refused: this.#refused }, 'a request that is not the gateway’s was refused');
    this.#toldAt = now;
    this.#refused = 0;
  }
}
