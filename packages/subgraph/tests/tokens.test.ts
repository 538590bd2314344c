import {
  type Clock,
  gatewayKeysOf,
  generateTokenKey,
  importTokenKeys,
  issueClientToken,
  issueSubgraphToken,
  PersonHasher,
  type TokenKeys,
  type Viewer,
  verifyClientToken,
  verifySubgraphToken,
} from '@coalition-hub/subgraph';
import { testSigningKeys } from '@coalition-hub/testkit';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, SignJWT } from 'jose';

const start = new Date('2026-11-02T12:00:00Z');
const at = (seconds: number): Clock => ({ now: () => new Date(start.getTime() + seconds * 1_000) });
const ends = Math.floor(start.getTime() / 1_000) + 3_600;
const viewer: Viewer = { personId: 'person', sessionId: 'session', scopes: ['write'], expiresAt: ends };

let keys: TokenKeys;
let otherKeys: TokenKeys;

beforeAll(async () => {
  keys = await importTokenKeys(await generateTokenKey());
  otherKeys = await importTokenKeys(await generateTokenKey());
});

describe('a token of the gateway for a subgraph', () => {
  const gateway = testSigningKeys(at(0));
  const issue = (to: Viewer | null = viewer, key = gateway.current()) =>
    issueSubgraphToken(key, to, 'statements', at(0));
  const verify = (token: string, seconds = 0, audience = 'statements') =>
    verifySubgraphToken(gatewayKeysOf(gateway.publicKeys()), token, audience, at(seconds));

  test('hands on the viewer, or that nobody signed in', async () => {
    expect(await verify(await issue())).toEqual(viewer);
    expect(await verify(await issue(null))).toBeNull();
  });

  test('holds for 30 s and not longer', async () => {
    expect(await verify(await issue(), 29)).toEqual(viewer);
    await expect(verify(await issue(), 31)).rejects.toThrow();
  });

  test('is worth nothing at another subgraph', async () => {
    await expect(verify(await issue(), 0, 'events')).rejects.toThrow('aud');
  });

  test('is worth nothing when another key signed it', async () => {
    const { keyId } = gateway.current();
    const other = testSigningKeys().current();
    await expect(verify(await issue(viewer, other))).rejects.toThrow('no applicable key');
    await expect(verify(await issue(viewer, { ...other, keyId }))).rejects.toThrow('signature');
  });

  test('is worth nothing without the name of its key', async () => {
    const { privateKey } = gateway.current();
    const nameless = await new SignJWT({})
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer('coalition-hub-gateway')
      .setAudience('statements')
      .setIssuedAt(Math.floor(start.getTime() / 1_000))
      .setExpirationTime(ends)
      .sign(privateKey);
    await expect(verify(nameless)).rejects.toThrow();
  });

  test('is worth nothing when it came from the future', async () => {
    await expect(verify(await issue(), -60)).rejects.toThrow();
  });

  test('cannot be stretched by its issuer’s claims: its age counts', async () => {
    const long = await new SignJWT({ sid: 's' })
      .setProtectedHeader({ alg: 'EdDSA', kid: gateway.current().keyId })
      .setIssuer('coalition-hub-gateway')
      .setAudience('statements')
      .setSubject('person')
      .setIssuedAt(Math.floor(start.getTime() / 1_000))
      .setExpirationTime(ends)
      .sign(gateway.current().privateKey);
    expect(await verify(long, 29)).toMatchObject({ personId: 'person' });
    await expect(verify(long, 31)).rejects.toThrow();
  });

  test('is not a client’s token, nor the other way round', async () => {
    const client = await issueClientToken(keys.privateKey, { ...viewer, lifetimeSeconds: 60 }, at(0));
    await expect(verify(client)).rejects.toThrow();
    await expect(verify(client, 0, 'coalition-hub')).rejects.toThrow();
    await expect(verifyClientToken(keys.publicKey, await issue(), at(0))).rejects.toThrow();
  });
});

describe('a client’s token', () => {
  const claims = { personId: 'person', sessionId: 'session', scopes: viewer.scopes, lifetimeSeconds: 60 };
  const issue = (key = keys) => issueClientToken(key.privateKey, claims, at(0));
  const verify = (token: string, seconds = 0) => verifyClientToken(keys.publicKey, token, at(seconds));

  test('names person, session and scopes, and nothing else', async () => {
    const token = await issue();
    expect(await verify(token, 59)).toEqual({ ...viewer, expiresAt: ends - 3_540 });
    const [, payload = ''] = token.split('.');
    const names = Object.keys(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object);
    expect(new Set(names)).toEqual(new Set(['aud', 'exp', 'iat', 'iss', 'scope', 'sid', 'sub']));
  });

  test('ends', async () => {
    await expect(verify(await issue(), 61)).rejects.toThrow('exp');
  });

  test('is refused when another key signed it', async () => {
    await expect(verify(await issue(otherKeys))).rejects.toThrow('signature');
  });

  test('is refused when any character of it was altered', async () => {
    const token = await issue();
    for (let index = 0; index < token.length; index += 1) {
      const character = token[index] === 'A' ? 'Q' : 'A';
      await expect(verify(token.slice(0, index) + character + token.slice(index + 1))).rejects.toThrow();
    }
  });

  test('is refused without a signature, or with one of another kind', async () => {
    const [, payload] = (await issue()).split('.');
    const header = (alg: string) => Buffer.from(JSON.stringify({ alg, typ: 'JWT' })).toString('base64url');
    await expect(verify(`${header('none')}.${payload}.`)).rejects.toThrow();
    await expect(verify(`${header('EdDSA')}.${payload}.`)).rejects.toThrow();
    const { x } = await exportJWK(keys.publicKey);
    const hmac = await new SignJWT({ sid: 's' })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer('coalition-hub')
      .setAudience('coalition-hub')
      .setSubject('person')
      .setExpirationTime(ends)
      .sign(Buffer.from(x ?? '', 'base64url'));
    await expect(verify(hmac)).rejects.toThrow();
  });

  test.each(['', '.', '..', 'a.b.c', 'null', '\u0000', 'x'.repeat(1_000_000)])('is not %#', async (token) => {
    await expect(verify(token)).rejects.toThrow();
  });
});

test('a mailbox has one person id in any spelling that delivers to it, and another under another secret', () => {
  const hasher = new PersonHasher(Buffer.alloc(32, 1));
  const id = hasher.personId('ana@example.org');
  for (const same of ['ANA@example.org', ' ana@Example.ORG ', 'ana@example.org\n'])
    expect(hasher.personId(same)).toBe(id);
  expect(hasher.personId('anna@example.org')).not.toBe(id);
  expect(new PersonHasher(Buffer.alloc(32, 2)).personId('ana@example.org')).not.toBe(id);
  expect(id).not.toMatch(/ana|example/);
});
