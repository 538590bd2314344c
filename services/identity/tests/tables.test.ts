import { NewerDatabase } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getMigrations } from 'better-auth/db/migration';
import { sql } from 'kysely';
import { authOptions } from '../src/sign-in/auth-options.js';
import { deviceWord } from '../src/sign-in/device-word.js';
import { addressOf, personIdOf } from '../src/sign-in/person-address.js';
import { IdentityOnDatabase } from './identity-on-database.js';

let ground: IdentityOnDatabase;

beforeAll(async () => {
  ground = await IdentityOnDatabase.create();
});

afterAll(() => ground.end());

test('better-auth misses no table and no column', async () => {
  const { db } = await ground.start();
  const options = authOptions({
    db,
    secret: Buffer.alloc(32),
    publicUrl: 'https://hub.example.org',
    takeLinkToken: () => undefined,
  });
  const { toBeAdded, toBeCreated } = await getMigrations(options);
  expect([toBeAdded, toBeCreated]).toEqual([[], []]);
});

test('an address or a network address cannot be stored, whatever the program does', async () => {
  const { db } = await ground.start();
  const person = { id: 'p', name: '', email: 'ana@example.org', email_verified: true };
  await expect(db.insertInto('person').values(person).execute()).rejects.toThrow('person_email_check');
  await db
    .insertInto('person')
    .values({ ...person, email: 'ab@hub.invalid' })
    .execute();
  const session = sql`insert into session (id, user_id, token, ip_address, expires_at)
                      values ('s', 'p', 't', '192.0.2.1', now())`;
  await expect(session.execute(db)).rejects.toThrow('session_ip_address_check');
});

test('a person’s name survives a program that ignores case', () => {
  const personId = Buffer.from(Array.from({ length: 32 }, (_, n) => 255 - n)).toString('base64url');
  expect(personIdOf(addressOf(personId).toLowerCase())).toBe(personId);
});

test('of a browser’s description only known words are kept', () => {
  expect(deviceWord('Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/140 Safari Edg/140')).toBe(
    'Edge on Windows',
  );
  expect(deviceWord('ana@example.org/1.0 (build 77)')).toBe('Another program');
  expect(deviceWord(null)).toBe('Another program');
});

test('data of a newer program is not touched', async () => {
  const { db } = await ground.start();
  await sql`insert into migration (name, timestamp) values ('identity-999', '2099')`.execute(db);
  await expect(ground.start()).rejects.toThrow(NewerDatabase);
  await sql`delete from migration where name = 'identity-999'`.execute(db);
});
