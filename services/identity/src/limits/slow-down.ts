import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '../routes/call.js';
import { type Attempts, attemptsPerNetwork } from './attempts.js';
import { networkOf } from './network-of.js';

/** How long an attempt past the allowance waits, in ms. */
const rest = 2_000;

/**
 * So many of one network may wait in one process; more are sent away, for each holds a connection. Many, so that
 * whoever keeps some connections busy does not keep the others of the network out.
 */
const mostWaiting = 1_000;

/**
 * Past its allowance a network is slowed down, not shut out: many people at risk share one exit of an anonymity network,
 * and whoever abuses it is one of them. It counts attempts of all kinds alike, so it tells nothing about anybody.
 */
export class SlowDown {
  readonly #waiting = new Map<string, number>();

  constructor(
    private readonly attempts: Pick<Attempts, 'allow'>,
    private readonly restMs: number = rest,
  ) {}

  /**
   * @param address of the network layer
   * @throws Refused when too many of the same network wait already
   */
  async pass(address: string): Promise<void> {
    const network = networkOf(address);
    if (await this.attempts.allow('network', network, attemptsPerNetwork)) return;
    const others = this.#waiting.get(network) ?? 0;
    if (others >= mostWaiting) throw tooMany();
    this.#waiting.set(network, others + 1);
    await sleep(this.restMs);
    this.leave(network);
  }

  private leave(network: string): void {
    const left = (this.#waiting.get(network) ?? 1) - 1;
    if (left === 0) this.#waiting.delete(network);
    else this.#waiting.set(network, left);
  }
}

function tooMany(): Refused {
  return new Refused(
    429,
    'TOO_MANY_ATTEMPTS',
    'Too many attempts from your network; please try again in a minute',
    { 'retry-after': '60' },
  );
}
