import { generateTokenKey, importTokenKeys, issueClientToken } from '@coalition-hub/subgraph';
import { recordStatements, waitUntil } from '@coalition-hub/testkit';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { openScriptSession } from '../src/sessions/script-session.js';
import { Sweep } from '../src/sessions/sweep.js';
import { day, IdentityOnDatabase } from './identity-on-database.js';

let ground: IdentityOnDatabase;

beforeEach(async () => {
  ground = await IdentityOnDatabase.create();
});

afterEach(() => ground.end());

const personId = Buffer.alloc(32, 7).toString('base64url');

test('every instance learns of a session that one has ended, once, and refuses its tokens', async () => {
  const [one, other] = [await ground.start(), await ground.start()];
  const sessionId = await openScriptSession(one.db, personId, new Date(Date.now() + day));
  const token = await one.tokens.issue({ personId, sessionId, scopes: ['write'] });
  let told = 0;
  other.watch.onEnd(sessionId, () => (told += 1));
  const calledOff = other.watch.onEnd(sessionId, () => (told += 100));
  calledOff();
  await expect(other.verifyToken(token)).resolves.toMatchObject({ sessionId });
  await one.db.deleteFrom('session').where('id', '=', sessionId).execute();
  await waitUntil(() => told > 0, { what: 'the end of the session' });
  await expect(other.verifyToken(token)).rejects.toThrow('the session has ended');
  await other.watch.refreshNow();
  expect(told).toBe(1);
  let toldAtOnce = false;
  other.watch.onEnd(sessionId, () => (toldAtOnce = true));
  expect(toldAtOnce).toBe(true);
});

test('whatever ends a session is remembered for as long as its tokens may live, and no longer', async () => {
  const { db } = await ground.start();
  const until = new Date(Date.now() + 20 * day);
  const sessionId = await openScriptSession(db, personId, until);
  await db.deleteFrom('person').execute();
  const ended = await db.selectFrom('ended_session').selectAll().execute();
  expect(ended).toEqual([{ session_id: sessionId, until }]);
  await db.updateTable('ended_session').set({ until: new Date() }).execute();
  await new Sweep(db, () => undefined).run();
  expect(await db.selectFrom('ended_session').selectAll().execute()).toEqual([]);
});

test('without the database nobody is let in, and nobody is called signed out', async () => {
  const identity = await ground.start();
  const token = await identity.tokens.issue({ personId, sessionId: 'session', scopes: ['write'] });
  await identity.db.executeQuery(sql`drop table ended_session cascade`.compile(identity.db));
  await waitUntil(
    () =>
      identity.verifyToken(token).then(
        () => false,
        (error: { extensions?: { code?: string } }) => error.extensions?.code === 'UNAVAILABLE',
      ),
    { what: 'a refusal', timeoutMs: 8_000 },
  );
  expect(await identity.faults()).toEqual(['identity: it is not known which sessions have ended']);
});

test('tokens with invented keys cost one look-up a second, however many they are', async () => {
  const { tokens } = await ground.start();
  const { privateKey } = await importTokenKeys(await generateTokenKey());
  const claims = { personId, sessionId: 'session', scopes: ['write'], lifetimeSeconds: 60 };
  const invented = await Promise.all(
    Array.from({ length: 50 }, (_, n) => issueClientToken(privateKey, claims, ground.clock, `invented ${n}`)),
  );
  const recorded = await recordStatements(async () => {
    const answers = await Promise.allSettled(invented.map((token) => tokens.verify(token)));
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
  });
  const lookUps = recorded.background.filter((text) => text.includes('token_key'));
  // One of its own every two seconds beside them.
  expect(lookUps.length).toBeLessThanOrEqual(3);
});
