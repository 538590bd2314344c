import { createPublicKey, verify } from 'node:crypto';
import { createServer } from 'node:http';
import {
  type Clock,
  clientKeyMark,
  gatewayKeysAt,
  gatewayKeysOf,
  rotatingKeys,
  signingKeyOf,
} from '@coalition-hub/subgraph';
import { freePort, testSigningKeys } from '@coalition-hub/testkit';
import { describe, expect, test } from '@jest/globals';
import { contentDigest } from '../src/message-signatures/content-digest.js';
import { signatureBase } from '../src/message-signatures/signature-base.js';

const at = (day: number): Clock => ({ now: () => new Date(Date.UTC(2026, 0, 1 + day)) });

describe('the standards’ own examples', () => {
  // RFC 9421, B.1.4 and B.2.6.
  const x = 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs';
  const d = 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU';
  const params =
    '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"';
  const base = signatureBase(
    [
      ['date', 'Tue, 20 Apr 2021 02:07:55 GMT'],
      ['@method', 'POST'],
      ['@path', '/foo'],
      ['@authority', 'example.com'],
      ['content-type', 'application/json'],
      ['content-length', '18'],
    ],
    params,
  );
  const signature =
    'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==';

  test('the text that is signed is the one that RFC 9421 signed', () => {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    expect(verify(null, Buffer.from(base), key, Buffer.from(signature, 'base64'))).toBe(true);
  });

  test('a key made of the same bytes is the same key', () => {
    expect(signingKeyOf(Buffer.from(d, 'base64url')).publicJwk.x).toBe(x);
    expect(() => signingKeyOf(Buffer.alloc(31))).toThrow(RangeError);
  });

  test('a digest is the one of RFC 9530', () => {
    expect(contentDigest('{"hello": "world"}\n')).toBe(
      'sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:',
    );
  });
});

test('keys of clients’ tokens stand in the same set, and are none of the gateway', async () => {
  const { publicJwk, keyId } = signingKeyOf(Buffer.alloc(32, 1));
  const clients = { ...publicJwk, kid: clientKeyMark + keyId };
  const find = gatewayKeysOf({ keys: [publicJwk, clients] });
  await expect(find(keyId)).resolves.toBeDefined();
  await expect(find(clients.kid)).rejects.toThrow('no applicable key');
});

describe('keys change by themselves', () => {
  const seedFor = (period: number) => Buffer.alloc(32, period % 256);

  test('whoever keeps the set for a week knows the keys of a week later, and no key signs for longer', () => {
    for (let day = 0; day < 30; day += 1) {
      const kept = rotatingKeys(seedFor, at(day))
        .publicKeys()
        .keys.map(({ kid }) => kid);
      for (const later of [-7, 0, 7]) {
        const { keyId } = rotatingKeys(seedFor, at(day + later)).current();
        expect(kept).toContain(keyId);
      }
      expect(kept).not.toContain(rotatingKeys(seedFor, at(day + 15)).current().keyId);
    }
  });

  test('old and new are found by their names, a withdrawn one is not', async () => {
    const find = gatewayKeysOf(rotatingKeys(seedFor, at(7)).publicKeys());
    for (const day of [0, 7, 14])
      expect(await find(rotatingKeys(seedFor, at(day)).current().keyId)).toMatchObject({ type: 'public' });
    await expect(find(rotatingKeys(seedFor, at(28)).current().keyId)).rejects.toThrow();
    await expect(find('')).rejects.toThrow();
  });
});

test('keys that are fetched are kept, and forged names do not lead to fetching', async () => {
  let keys = testSigningKeys();
  let asked = 0;
  const hub = createServer((_request, response) => {
    asked += 1;
    response.end(JSON.stringify(keys.publicKeys()));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => hub.listen(port, '127.0.0.1', resolve));
  try {
    const url = new URL(`http://127.0.0.1:${port}/.well-known/jwks.json`);
    const find = gatewayKeysAt(url);
    await Promise.all(Array.from({ length: 20 }, () => find(keys.current().keyId)));
    for (let forged = 0; forged < 20; forged += 1) await expect(find(`forged-${forged}`)).rejects.toThrow();
    expect(asked).toBe(1);
    const patient = gatewayKeysAt(url, { cooldownMs: 0 });
    const old = keys.current().keyId;
    await patient(old);
    keys = testSigningKeys();
    expect(await patient(keys.current().keyId)).toMatchObject({ type: 'public' });
    await expect(patient(old)).rejects.toThrow();
  } finally {
    hub.closeAllConnections();
    hub.close();
  }
});
