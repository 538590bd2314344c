import { type CryptoKey, createLocalJWKSet, createRemoteJWKSet, errors, type JSONWebKeySet } from 'jose';
import { clientKeyMark } from '../viewer/client-token.js';

/**
 * Finds a public key of the gateway by its `kid`.
 * @throws anything for a key that is not published
 */
export type FindGatewayKey = (keyId: string) => Promise<CryptoKey>;

/** Keys that the configuration gives: nothing is asked of anybody. */
export function gatewayKeysOf(keys: JSONWebKeySet): FindGatewayKey {
  const find = createLocalJWKSet(keys);
  return onlyOfGateway((kid) => find({ alg: 'EdDSA', kid }));
}

export interface CachingOptions {
  /** After which a key that the gateway withdrew is no longer accepted. */
  readonly maxAgeMs: number;
  /** For so long after asking, an unknown `kid` does not lead to asking again: forgeries would be a way to ask. */
  readonly cooldownMs: number;
  readonly timeoutMs: number;
}

const defaults: CachingOptions = { maxAgeMs: 300_000, cooldownMs: 10_000, timeoutMs: 2_000 };

/** @param url the gateway's `/.well-known/jwks.json` */
export function gatewayKeysAt(url: URL, options: Partial<CachingOptions> = {}): FindGatewayKey {
  const { maxAgeMs, cooldownMs, timeoutMs } = { ...defaults, ...options };
  const find = createRemoteJWKSet(url, {
    cacheMaxAge: maxAgeMs,
    cooldownDuration: cooldownMs,
    timeoutDuration: timeoutMs,
  });
  return onlyOfGateway((kid) => find({ alg: 'EdDSA', kid }));
}

/** Beside the gateway's keys those of clients' tokens are published: nothing that they sign comes from the gateway. */
function onlyOfGateway(find: FindGatewayKey): FindGatewayKey {
  return async (keyId) => {
    if (keyId.startsWith(clientKeyMark)) throw new errors.JWKSNoMatchingKey();
    return find(keyId);
  };
}
