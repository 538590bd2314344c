import type { CompleteOptions, HubClientOptions } from './client-options.js';
import { defaultRetry } from './retry/retry-policy.js';

/** @throws TypeError for an address that is none; RangeError for numbers that make no sense */
export function completeOptions(options: HubClientOptions): CompleteOptions {
  const { url, token, webSocket, retry, ...others } = options;
  const complete: CompleteOptions = {
    socketUrl: socketAddress(url),
    timeoutMs: 30_000,
    capacity: 256,
    pingAfterMs: 12_000,
    silenceMs: 8_000,
    connectTimeoutMs: 10_000,
    // Not detached: a browser’s fetch wants to be called on its window.
    fetch: (...request) => globalThis.fetch(...request),
    ...others,
    url,
    token,
    webSocket,
    retry: { ...defaultRetry, ...retry },
  };
  const { retry: policy, timeoutMs, capacity, pingAfterMs, silenceMs, connectTimeoutMs } = complete;
  requirePositive({ ...policy, timeoutMs, capacity, pingAfterMs, silenceMs, connectTimeoutMs });
  return complete;
}

function socketAddress(url: string): string {
  const address = new URL(url);
  address.protocol = address.protocol.replace(/^http/, 'ws');
  return address.href;
}

function requirePositive(numbers: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (!(value > 0)) throw new RangeError(`"${name}" must be greater than 0`);
  }
}
