/** How long to wait before something is tried again, in milliseconds. */
export interface Retry {
  readonly firstMs: number;
  readonly longestMs: number;
}

export const defaultRetry: Retry = { firstMs: 100, longestMs: 10_000 };

/** Milliseconds to wait after the `attempt`th failure in a row, counted from 1: doubled each time. */
export function retryDelay(retry: Retry, attempt: number): number {
  return Math.min(retry.longestMs, retry.firstMs * 2 ** (attempt - 1));
}
