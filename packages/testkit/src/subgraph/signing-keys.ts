import { createHash, randomBytes } from 'node:crypto';
import { type Clock, rotatingKeys, type SigningKeys, systemClock } from '@coalition-hub/subgraph';

/** The keys of a gateway of its own: no other test's subgraph takes what they sign. */
export function testSigningKeys(clock: Clock = systemClock): SigningKeys {
  const secret = randomBytes(32);
  return rotatingKeys((period) => createHash('sha256').update(`${period}`).update(secret).digest(), clock);
}
