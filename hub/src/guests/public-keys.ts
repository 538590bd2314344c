import { calculateJwkThumbprint, type JWK } from 'jose';

/**
 * The public half of the key that signs guests' tokens (RFC 8037), with its name (RFC 7638). Members are picked, never
 * left out: the private half is in the same object.
 */
export async function publicKeyOf({ kty, crv, x }: JWK): Promise<JWK & { readonly kid: string }> {
  if (kty === undefined || crv === undefined || x === undefined)
    throw new Error('the token key is incomplete');
  const kid = await calculateJwkThumbprint({ kty, crv, x });
  return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' };
}

/** All keys of this hub as one JWK Set (RFC 7517); one that is there twice is told once. */
export function publicKeySet(keys: readonly JWK[]): { readonly keys: readonly JWK[] } {
  return { keys: [...new Map(keys.map((key) => [key.kid, key])).values()] };
}
