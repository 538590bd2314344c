import type { JSONWebKeySet } from 'jose';
import type { Clock } from '../time/clock.js';
import { type SigningKey, signingKeyOf } from './signing-key.js';

/** The gateway's own keys: the one that signs, and all that are accepted. */
export interface SigningKeys {
  current(): SigningKey;
  /** Public halves as a JWK Set (RFC 7517), for subgraphs: by `kid`. */
  publicKeys(): JSONWebKeySet;
}

/** How long a key signs. */
export const keyPeriodDays = 7;

const periodMs = keyPeriodDays * 86_400_000;

/**
 * A new key every week, without anybody doing anything: all gateways that share a secret change to the same key at the
 * same moment. The keys before and after are published too, so that it is no matter how old a subgraph's copy is.
 *
 * @param seedFor 32 bytes for a period, the same each time, from a secret
 */
export function rotatingKeys(seedFor: (period: number) => Uint8Array, clock: Clock): SigningKeys {
  const made = new Map<number, SigningKey>();
  const keyOf = (period: number): SigningKey => {
    const key = made.get(period) ?? signingKeyOf(seedFor(period));
    made.set(period, key);
    for (const old of made.keys()) if (Math.abs(old - period) > 3) made.delete(old);
    return key;
  };
  const now = () => Math.floor(clock.now().getTime() / periodMs);
  return {
    current: () => keyOf(now()),
    publicKeys: () => ({ keys: [now() - 1, now(), now() + 1].map((period) => keyOf(period).publicJwk) }),
  };
}
