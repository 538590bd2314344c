import type { JWK } from 'jose';

/** The public half of the key that signs guests' tokens, as a JWK Set (RFC 7517, RFC 8037). Members are picked, never left out: the private half is in the same object. */
export function publicKeySet({ kty, crv, x }: JWK): { readonly keys: readonly JWK[] } {
  if (kty === undefined || crv === undefined || x === undefined)
    throw new Error('the token key is incomplete');
  return { keys: [{ kty, crv, x, alg: 'EdDSA', use: 'sig' }] };
}
