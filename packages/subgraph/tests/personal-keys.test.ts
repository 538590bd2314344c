import { randomBytes } from 'node:crypto';
import { createTestDatabase, type TestDatabase, waitUntil } from '@coalition-hub/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import {
  Database,
  outdatedTexts,
  type PersonalKey,
  PersonalKeyGone,
  type PersonalKeys,
  PersonalSealer,
  rewrapTexts,
  type SealedColumn,
} from '../src/index.js';
import { BoardRecord } from './toy-service/board-record.js';

interface Tables {
  badge: { person: string; name: string | null };
}

/** A ring that the test changes, as another process would. */
class Ring implements PersonalKeys {
  keys: PersonalKey[] = [{ id: 'old', key: randomBytes(32) }];

  async current(): Promise<PersonalKey> {
    return this.keys[0] as PersonalKey;
  }

  find(id: string): PersonalKey | undefined {
    return this.keys.find((key) => key.id === id);
  }

  add(id: string): void {
    this.keys.unshift({ id, key: randomBytes(32) });
  }

  destroy(id: string): void {
    this.keys = this.keys.filter((key) => key.id !== id);
  }
}

const place = (person: string) => `badge of ${person}`;
const columns: readonly SealedColumn[] = [{ table: 'badge', column: 'name', placedBy: 'person', place }];

let testDatabase: TestDatabase;
let database: Database<Tables>;
let ring: Ring;
let sealer: PersonalSealer;

beforeAll(async () => {
  const template = { key: 'personal-keys', migrate: async () => undefined };
  testDatabase = await createTestDatabase(template);
  database = await Database.open<Tables>({
    ...{
      url: testDatabase.url,
      entities: [BoardRecord],
      migrations: [],
      poolSize: 6,
      applicationName: 'test',
    },
  });
  await sql`create table badge (person text primary key, name text)`.execute(database.reads);
}, 60_000);

afterAll(async () => {
  await database.close();
  await testDatabase.drop();
});

beforeEach(async () => {
  await sql`truncate badge`.execute(database.reads);
  ring = new Ring();
  sealer = new PersonalSealer(Buffer.alloc(32, 7), ring);
});

function seal(person: string, name: string): Promise<string> {
  return database.transaction(({ sql: tx }) => sealer.seal(tx, place(person), name));
}

async function keep(person: string, name: string | null): Promise<void> {
  await sql`insert into badge (person, name) values (${person}, ${name})`.execute(database.reads);
}

async function kept(): Promise<Map<string, string>> {
  const { rows } = await sql<{ person: string; name: string }>`select person, name from badge`.execute(
    database.reads,
  );
  return new Map(rows.map(({ person, name }) => [person, name]));
}

const rewrap = (from: readonly string[]) => {
  const told: number[] = [];
  const options = { database, sealer, columns, keys: ring, from, tell: (count: number) => told.push(count) };
  return rewrapTexts(options).then((result) => ({ ...result, told }));
};

/** As texts were sealed before there were data keys, by the key that the secret of 32 sevens gives. */
const earlier = 'AAECAwQFBgcICQoLNK8abZ9NQ-2U1iJhOccjEV4hrQ';

describe('a sealed text', () => {
  test('has a data key of its own, wrapped by the key that it names, and opens in its place only', async () => {
    const [one, two] = [await seal('ann', 'Ann'), await seal('ann', 'Ann')];
    const [version, keyId, wrapped, sealed, ...rest] = one.split('.');
    expect([version, keyId, rest]).toEqual(['v1', 'old', []]);
    expect(two.split('.').slice(2)).not.toEqual(expect.arrayContaining([wrapped]));
    expect(two.split('.').slice(2)).not.toEqual(expect.arrayContaining([sealed]));
    expect(sealer.open(place('ann'), one)).toBe('Ann');
    expect(() => sealer.open(place('bob'), one)).toThrow();
    const swapped = [version, keyId, two.split('.')[2], sealed].join('.');
    expect(() => sealer.open(place('ann'), swapped)).toThrow();
    const otherKey = one.replace('.old.', '.new.');
    ring.add('new');
    expect(() => sealer.open(place('ann'), otherKey)).toThrow();
  });

  test.each([
    '',
    'v1',
    'v1.old',
    'v2.old.AAAA.BBBB',
    'v1.old.AAAA.BBBB.CCCC',
    'v1.old..',
    'AAAA',
    `${earlier}A`,
    `A${earlier}`,
  ])('that is not one, %j, is an error and never a text', (text) => {
    expect(() => sealer.openIfKept(place('ann'), text)).toThrow();
  });

  test('from before there were data keys opens still, in its place', () => {
    expect(sealer.open(place('ann'), earlier)).toBe('Ann');
    expect(() => sealer.open(place('bob'), earlier)).toThrow();
  });

  test('is gone when its key is, which is no fault', async () => {
    const text = await seal('ann', 'Ann');
    ring.add('new');
    ring.destroy('old');
    expect(() => sealer.open(place('ann'), text)).toThrow(PersonalKeyGone);
    expect(sealer.openIfKept(place('ann'), text)).toBeNull();
  });
});

describe('wrapping all texts anew', () => {
  test('leaves every text readable by the new key alone, and says what no key opened', async () => {
    const people = Array.from({ length: 450 }, (_, index) => `person ${index}`);
    await database.transaction(async ({ sql: tx }) => {
      for (const person of people) {
        const text = await sealer.seal(tx, place(person), `Name of ${person}`);
        await sql`insert into badge (person, name) values (${person}, ${text})`.execute(tx);
      }
    });
    await keep('nobody', null);
    await keep('ann', earlier);
    await keep('damaged', (await seal('damaged', 'x')).slice(0, -4));
    const before = await kept();
    ring.add('new');
    expect(await outdatedTexts(database.reads, columns[0] as SealedColumn, ['old'])).toBe(452);
    const { rewrapped, unreadable, told } = await rewrap(['old']);
    expect({ rewrapped, unreadable, told }).toEqual({ rewrapped: 451, unreadable: 1, told: [200, 200, 51] });
    ring.destroy('old');
    const after = await kept();
    for (const person of people) {
      expect(sealer.open(place(person), after.get(person) ?? '')).toBe(`Name of ${person}`);
      expect(sealer.openIfKept(place(person), before.get(person) ?? '')).toBeNull();
    }
    expect(after.get('ann')).toMatch(/^v1\.new\./);
    expect(sealer.open(place('ann'), after.get('ann') ?? '')).toBe('Ann');
    expect(await rewrap(['old'])).toMatchObject({ rewrapped: 0 });
  });

  test('waits for whoever sealed by the old key and has not committed, and misses nothing of it', async () => {
    await keep('early', await seal('early', 'Early'));
    const written = Promise.withResolvers<void>();
    const mayCommit = Promise.withResolvers<void>();
    const writer = database.transaction(async ({ sql: tx }) => {
      const text = await sealer.seal(tx, place('late'), 'Late');
      await sql`insert into badge (person, name) values ('late', ${text})`.execute(tx);
      written.resolve();
      await mayCommit.promise;
    });
    await written.promise;
    ring.add('new');
    let done = false;
    const rewrapping = rewrap(['old']).finally(() => {
      done = true;
    });
    await waitsForLock();
    expect(done).toBe(false);
    mayCommit.resolve();
    await writer;
    expect((await rewrapping).rewrapped).toBe(2);
    ring.destroy('old');
    expect(sealer.open(place('late'), (await kept()).get('late') ?? '')).toBe('Late');
  });

  test('comes back for a row that somebody holds', async () => {
    await keep('held', await seal('held', 'Held'));
    await keep('free', await seal('free', 'Free'));
    ring.add('new');
    const held = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    const holder = database.transaction(async ({ sql: tx }) => {
      await sql`select from badge where person = 'held' for update`.execute(tx);
      held.resolve();
      await release.promise;
    });
    await held.promise;
    const rewrapping = rewrap(['old']);
    await until(async () => (await kept()).get('free')?.startsWith('v1.new.') === true);
    release.resolve();
    await holder;
    expect((await rewrapping).rewrapped).toBe(2);
    expect((await kept()).get('held')).toMatch(/^v1\.new\./);
  });
});

function until(check: () => Promise<boolean>): Promise<void> {
  return waitUntil(check, { what: 'the rotation gets there', timeoutMs: 20_000 });
}

/** Somebody waits for an advisory lock. */
function waitsForLock(): Promise<void> {
  return until(async () => {
    const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(
      database.reads,
    );
    return rows.length > 0;
  });
}
