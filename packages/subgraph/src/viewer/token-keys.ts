import { type CryptoKey, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';

/** Ed25519 (RFC 8037). The private half signs tokens, the public half is all that a verifier needs. */
export interface TokenKeys {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

export async function generateTokenKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  return exportJWK(privateKey);
}

export async function importTokenKeys(jwk: JWK): Promise<TokenKeys> {
  const { d: _secret, ...publicJwk } = jwk;
  return {
    privateKey: (await importJWK(jwk, 'EdDSA')) as CryptoKey,
    publicKey: (await importJWK(publicJwk, 'EdDSA')) as CryptoKey,
  };
}
