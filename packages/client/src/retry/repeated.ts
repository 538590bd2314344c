import { HubError } from '../errors/hub-error.js';
import { pause } from './pause.js';
import { pauseBeforeRepeat, type RetryPolicy } from './retry-policy.js';

/**
 * Tries until it succeeds, fails for good, or was tried often enough.
 * @throws HubError the last one; the signal’s reason, as soon as it aborts; anything else at once
 */
export async function repeated<Answer>(
  attempt: () => Promise<Answer>,
  policy: RetryPolicy,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  for (let failures = 1; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      const ms = error instanceof HubError ? pauseBeforeRepeat(error, failures, policy) : undefined;
      if (ms === undefined) throw error;
      await pause(ms, signal);
    }
  }
}
