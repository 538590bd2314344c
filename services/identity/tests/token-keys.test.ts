import { generateTokenKey, importTokenKeys, issueClientToken } from '@coalition-hub/subgraph';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { day, IdentityOnDatabase } from './identity-on-database.js';

let ground: IdentityOnDatabase;

beforeEach(async () => {
  ground = await IdentityOnDatabase.create();
});

afterEach(() => ground.end());

const claims = { personId: 'person', sessionId: 'session', scopes: ['write'] };
const kidOf = (token: string) => decodeProtectedHeader(token).kid;

test('a key signs for 30 days; the one before is known until its last token has ended', async () => {
  const identity = await ground.start();
  const { tokens, ring } = identity;
  const first = kidOf(await tokens.issue(claims));
  ground.clock.advance(29 * day);
  expect(kidOf(await tokens.issue(claims))).toBe(first);
  ground.clock.advance(day);
  const old = await tokens.issue(claims, 600);
  expect(kidOf(old)).not.toBe(first);
  expect(tokens.publicKeys().map(({ kid }) => kid)).toEqual(expect.arrayContaining([first, kidOf(old)]));
  ground.clock.advance(11 * 60_000);
  await ring.refresh();
  expect(tokens.publicKeys().map(({ kid }) => kid)).toEqual([kidOf(old)]);
});

test('a token that lives longer keeps its key known for as long', async () => {
  const { tokens, ring } = await ground.start();
  const long = await tokens.issue(claims, (20 * day) / 1000);
  await ring.rotate();
  ground.clock.advance(19 * day);
  await ring.refresh();
  await expect(tokens.verify(long)).resolves.toMatchObject({ personId: 'person' });
  ground.clock.advance(2 * day);
  await ring.refresh();
  expect(tokens.publicKeys()).toHaveLength(1);
});

test('a token that was found good before is refused once it has ended, or its key or its session has', async () => {
  const { tokens, ring, db, watch } = await ground.start();
  const [short, orphaned, ended] = [
    await tokens.issue(claims, 60),
    await tokens.issue({ ...claims, sessionId: 'orphaned' }),
    await tokens.issue({ ...claims, sessionId: 'ended' }),
  ];
  for (const token of [short, orphaned, ended, short])
    await expect(tokens.verify(token)).resolves.toMatchObject({ personId: 'person' });
  ground.clock.advance(61_000);
  await expect(tokens.verify(short)).rejects.toThrow('exp');
  await expect(tokens.verify(orphaned)).resolves.toMatchObject({ sessionId: 'orphaned' });
  const until = new Date(Date.now() + day);
  await db.insertInto('ended_session').values({ session_id: 'ended', until }).execute();
  await watch.refreshNow();
  await expect(tokens.verify(ended)).rejects.toThrow('ended');
  await ring.rotate();
  await ring.forgetRetired();
  await expect(tokens.verify(orphaned)).rejects.toThrow();
});

test('of many that find the key too old one replaces it', async () => {
  const instances = await Promise.all([1, 2, 3, 4].map(() => ground.start()));
  ground.clock.advance(31 * day);
  const issued = await Promise.all(instances.map(({ tokens }) => tokens.issue(claims)));
  expect(new Set(issued.map(kidOf)).size).toBe(1);
  for (const { tokens } of instances)
    for (const token of issued)
      await expect(tokens.verify(token)).resolves.toMatchObject({ personId: 'person' });
  expect(instances[0]?.tokens.publicKeys()).toHaveLength(2);
});

test('tokens from before keys had names go on, until the key that signed them is gone', async () => {
  const firstTokenKey = await generateTokenKey();
  const { privateKey } = await importTokenKeys(firstTokenKey);
  const { tokens, ring } = await ground.start({ firstTokenKey });
  const lifetimeSeconds = (30 * day) / 1000;
  const earlier = await issueClientToken(privateKey, { ...claims, lifetimeSeconds }, ground.clock);
  await ring.rotate();
  await expect(tokens.verify(earlier)).resolves.toMatchObject({ sessionId: 'session', scopes: ['write'] });
  await ring.forgetRetired();
  await expect(tokens.verify(earlier)).rejects.toThrow();
});

test('keys are sealed: without the secret, or under another name, they cannot be used', async () => {
  const identity = await ground.start();
  const { private_part: sealed } = await identity.db
    .selectFrom('token_key')
    .select('sealed_private_key as private_part')
    .executeTakeFirstOrThrow();
  expect(sealed).toHaveLength(12 + 32 + 16);
  const { secrets } = ground.environment();
  const stranger = { secrets: { ...secrets, tokenKeys: Buffer.alloc(32, 'other') } };
  await expect(ground.start(stranger)).rejects.toThrow();
  await identity.db.updateTable('token_key').set({ kid: 'another' }).execute();
  await expect(ground.start()).rejects.toThrow();
});

test('private halves are in no published key', async () => {
  const { tokens } = await ground.start();
  const members = new Set(['alg', 'crv', 'kid', 'kty', 'use', 'x']);
  for (const key of tokens.publicKeys()) expect(new Set(Object.keys(key))).toEqual(members);
});
