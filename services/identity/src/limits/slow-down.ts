import { Refused } from '../routes/call.js';
import { type Attempts, attemptsPerAddress } from './attempts.js';

/**
 * Bounds attempts from one network address, whatever they are about, so the refusal tells nothing about anybody.
 * @throws Refused
 */
export async function slowDown(attempts: Attempts, address: string): Promise<void> {
  if (await attempts.allow('address', address, attemptsPerAddress)) return;
  const seconds = String(attemptsPerAddress.minutes * 60);
  throw new Refused(429, 'TOO_MANY_ATTEMPTS', 'Too many attempts from your network; please try again later', {
    'retry-after': seconds,
  });
}
