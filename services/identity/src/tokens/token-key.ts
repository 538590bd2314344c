import { clientKeyMark, generateTokenKey, importTokenKeys, type TokenKeys } from '@coalition-hub/subgraph';
import { calculateJwkThumbprint, type JWK } from 'jose';
import type { Selectable } from 'kysely';
import type { TokenKeyTable } from '../tables.js';
import type { KeySealer } from './key-sealer.js';

/** One Ed25519 key of the ring, ready to sign and to verify. */
export interface TokenKey extends TokenKeys {
  readonly kid: string;
  readonly publicJwk: JWK;
  readonly row: Selectable<TokenKeyTable>;
}

/** @returns the row of a key: a new one, or one that has signed elsewhere so far */
export async function newKeyRow(sealer: KeySealer, now: Date, jwk?: JWK): Promise<Selectable<TokenKeyTable>> {
  const key = jwk ?? (await generateTokenKey());
  const thumbprint = await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x: String(key.x) });
  const kid = clientKeyMark + thumbprint;
  return {
    kid,
    public_key: String(key.x),
    sealed_private_key: sealer.seal(kid, Buffer.from(String(key.d), 'base64url')),
    created_at: now,
    retired_at: null,
    last_token_ends_at: null,
    signed_without_kid: jwk !== undefined,
  };
}

/** @throws Error when the row was sealed with another secret */
export async function openKey(sealer: KeySealer, row: Selectable<TokenKeyTable>): Promise<TokenKey> {
  const { kid, public_key: x } = row;
  const d = sealer.open(kid, row.sealed_private_key).toString('base64url');
  const publicJwk: JWK = { kty: 'OKP', crv: 'Ed25519', x, kid, alg: 'EdDSA', use: 'sig' };
  return { kid, publicJwk, row, ...(await importTokenKeys({ kty: 'OKP', crv: 'Ed25519', x, d })) };
}
