import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  /** Named when it does not come true. */
  readonly what: string;
  /** Milliseconds; 5,000 unless told. */
  readonly timeoutMs?: number;
  /** Milliseconds between two looks; 10 unless told. */
  readonly everyMs?: number;
}

/**
 * Waits until something becomes true.
 *
 * @throws Error naming `what` when time has run out
 */
export async function waitUntil(
  predicate: () => boolean | Promise<boolean>,
  { what, timeoutMs = 5_000, everyMs = 10 }: WaitOptions,
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await predicate())) {
    if (performance.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`);
    await sleep(everyMs);
  }
}
