import type { HubError } from '../errors/hub-error.js';

/** How patiently something is tried again. Times in milliseconds. */
export interface RetryPolicy {
  /** How often in all; 1 for no repeats. */
  readonly attempts: number;
  /** Doubled after every failure. */
  readonly firstDelayMs: number;
  /** No pause is longer. Where the hub asks for a longer one (Retry-After), the error is thrown instead. */
  readonly longestDelayMs: number;
}

export const defaultRetry: RetryPolicy = { attempts: 5, firstDelayMs: 250, longestDelayMs: 30_000 };

/**
 * How long to wait after so many failures, in ms: doubling up to the bound, with jitter of up to half of it, so that
 * clients which lost the same server do not come back at the same moment.
 * @param failures at least 1
 * @param random from 0 up to 1
 */
export function delayAfter(failures: number, policy: RetryPolicy, random: number): number {
  const { firstDelayMs, longestDelayMs } = policy;
  const longest = Math.min(longestDelayMs, firstDelayMs * 2 ** (failures - 1));
  return longest * (1 - random / 2);
}

/** How long to wait before the next attempt, in ms; undefined where there should be none. */
export function pauseBeforeRepeat(
  error: HubError,
  failures: number,
  policy: RetryPolicy,
): number | undefined {
  const { retryable, retryAfterMs = 0 } = error;
  if (!retryable || failures >= policy.attempts || retryAfterMs > policy.longestDelayMs) return undefined;
  return Math.max(retryAfterMs, delayAfter(failures, policy, Math.random()));
}
