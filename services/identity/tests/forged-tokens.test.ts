import { createPublicKey } from 'node:crypto';
import { generateTokenKey, importTokenKeys, issueSubgraphToken, signingKeyOf } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CryptoKey, SignJWT } from 'jose';
import type { Identity } from '../src/index.js';
import { IdentityOnDatabase } from './identity-on-database.js';

let ground: IdentityOnDatabase;
let identity: Identity;
let ours: { readonly kid: string; readonly privateKey: CryptoKey; readonly x: string };

beforeAll(async () => {
  ground = await IdentityOnDatabase.create();
  identity = await ground.start();
  const { kid, privateKey, publicJwk } = await identity.ring.signing();
  ours = { kid, privateKey, x: publicJwk.x ?? '' };
});

afterAll(() => ground.end());

interface Changes {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey | Uint8Array;
}

const now = () => Math.floor(Date.now() / 1000);

/** A token as the service makes them, with changes. */
function token({ header = {}, claims = {}, key = ours.privateKey }: Changes = {}): Promise<string> {
  const usual = { iss: 'coalition-hub', aud: 'coalition-hub', sub: 'person', sid: 'session' };
  return new SignJWT({ ...usual, iat: now(), exp: now() + 600, ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT', kid: ours.kid, ...header })
    .sign(key);
}

/** Written by hand, for what a library would not sign. */
function unsigned(header: object, signature = ''): string {
  const claims = {
    iss: 'coalition-hub',
    aud: 'coalition-hub',
    sub: 'person',
    sid: 'session',
    exp: now() + 600,
  };
  const encoded = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return `${encoded.join('.')}.${signature}`;
}

test('unchanged it is accepted', async () => {
  await expect(identity.verifyToken(await token())).resolves.toMatchObject({ personId: 'person' });
});

describe('no other token is', () => {
  const stranger = async () => (await importTokenKeys(await generateTokenKey())).privateKey;
  const bytesOfOurs = () => Buffer.from(ours.x, 'base64url');
  const pemOfOurs = () => {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: ours.x }, format: 'jwk' });
    return Buffer.from(String(key.export({ format: 'pem', type: 'spki' })));
  };
  const signatureOfOurs = async () => (await token()).split('.')[2] ?? '';

  test.each<[string, () => Promise<string> | string]>([
    ['without a signature', () => unsigned({ alg: 'none', typ: 'JWT', kid: ours.kid })],
    ['without a signature, spelt otherwise', () => unsigned({ alg: 'nOnE', kid: ours.kid })],
    [
      '"none" with a signature',
      async () => unsigned({ alg: 'none', kid: ours.kid }, await signatureOfOurs()),
    ],
    [
      'another token’s signature',
      async () => unsigned({ alg: 'EdDSA', kid: ours.kid }, await signatureOfOurs()),
    ],
    ['our public key as a secret', () => token({ header: { alg: 'HS256' }, key: bytesOfOurs() })],
    ['our public key, printed, as a secret', () => token({ header: { alg: 'HS256' }, key: pemOfOurs() })],
    ['our own key under another algorithm’s name', () => token({ header: { alg: 'Ed25519' } })],
    ['a stranger’s key under our name', async () => token({ key: await stranger() })],
    ['our key under an unknown name', () => token({ header: { kid: 'clients.unknown' } })],
    ['our key under no name', () => token({ header: { kid: undefined } })],
    ['the name of what every object has', () => token({ header: { kid: '__proto__' } })],
    ['a path for a name', () => token({ header: { kid: '../../dev/null' } })],
    ['a list for a name', () => unsigned({ alg: 'EdDSA', kid: [ours.kid] })],
    [
      'a key of its own',
      async () => token({ header: { jwk: await generateTokenKey() }, key: await stranger() }),
    ],
    ['a key elsewhere', async () => token({ header: { jku: 'http://127.0.0.1:9/' }, key: await stranger() })],
    ['what must be understood and is not', () => token({ header: { crit: ['x'], x: 1 } }).catch(() => 'x')],
    ['for somebody else', () => token({ claims: { aud: 'coalition-hub-gateway' } })],
    ['from somebody else', () => token({ claims: { iss: 'coalition-hub-gateway' } })],
    ['without a session', () => token({ claims: { sid: undefined } })],
    ['without a person', () => token({ claims: { sub: undefined } })],
    ['without an end', () => token({ claims: { exp: undefined } })],
    ['ended', () => token({ claims: { exp: now() - 1 } })],
    ['not yet begun', () => token({ claims: { nbf: now() + 60 } })],
    ['an API key', () => `hubkey_${'x'.repeat(43)}`],
    [
      'what the gateway tells a subgraph',
      () => issueSubgraphToken(signingKeyOf(Buffer.alloc(32, 1)), null, 'coalition-hub', ground.clock),
    ],
  ])('%s', async (_what, make) => {
    await expect(identity.verifyToken(await make())).rejects.toThrow();
  });
});
