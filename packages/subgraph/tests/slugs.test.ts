import { randomUUID } from 'node:crypto';
import { chooseSlug, isSlug, slugOf } from '@coalition-hub/subgraph';
import { createTestDatabase, type TestDatabase } from '@coalition-hub/testkit';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';

const seed = 20_260_904;
console.info(`seed ${seed}`);

describe('a slug', () => {
  test.each([
    ['Ceuta & Melilla', 'ceuta-and-melilla'],
    ['  --Réunion à Dakar!!  ', 'reunion-a-dakar'],
    ['HRC 51 (2022)', 'hrc-51-2022'],
    ['人权组织', '人权组织'],
    ['***', 'unnamed'],
    ['', 'unnamed'],
    ['x'.repeat(200), 'x'.repeat(80)],
  ])('%j gives %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  test('of any name is one that may be asked for, at most 80 long, without blanks, hidden or doubled signs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const slug = slugOf(name);
        expect(isSlug(slug)).toBe(true);
        expect(slug).toBe(slugOf(slug));
        expect(slug).not.toMatch(/^-|-$|--|\s|\p{Cc}|\p{Cf}|\p{Lu}|[/?#%&]/u);
        expect(slug.toWellFormed()).toBe(slug);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  test.each([
    '',
    'A',
    'a b',
    '-a',
    'a-',
    'a--b',
    'a/b',
    'a\u0000',
    'caf\u00E9',
    'x'.repeat(81),
    'x'.repeat(1_000_000),
    '..',
  ])('%# is none', (value) => {
    expect(isSlug(value)).toBe(false);
  });
});

describe('choosing', () => {
  interface Tables {
    named: { id: string; slug: string };
  }
  let database: TestDatabase;
  let db: Kysely<Tables>;

  beforeAll(async () => {
    database = await createTestDatabase({
      key: 'slugs',
      async migrate(url) {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        await client.query('create table named (id uuid primary key, slug text not null unique)');
        await client.end();
      },
    });
    const pool = new pg.Pool({ connectionString: database.url, max: 10 });
    db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  });
  afterAll(async () => {
    await db.destroy();
    await database.drop();
  });

  const add = (name: string, wanted?: string) =>
    db.transaction().execute(async (tx) => {
      const slug = await chooseSlug<Tables>(tx, 'named', wanted, name);
      await sql`insert into named values (${randomUUID()}, ${slug})`.execute(tx);
      return slug;
    });

  test('ten of one name at once are numbered without a gap', async () => {
    const slugs = await Promise.all(Array.from({ length: 10 }, () => add('The Forum')));
    const expected = ['the-forum', ...Array.from({ length: 9 }, (_, index) => `the-forum-${index + 2}`)];
    expect(slugs.sort()).toEqual(expected.sort());
  });

  test('names that make each other’s numbered slugs do not collide', async () => {
    const names = ['Day', 'Day 2', 'Day', 'Day 2', 'Day', 'Day 2 2'];
    const slugs = await Promise.all(names.map((name) => add(name)));
    expect(new Set(slugs).size).toBe(names.length);
  });

  test('names as long as slugs may be are numbered too', async () => {
    const name = 'y'.repeat(100);
    const slugs = await Promise.all([1, 2, 3].map(() => add(name)));
    expect(new Set(slugs).size).toBe(3);
    for (const slug of slugs) expect(isSlug(slug)).toBe(true);
  });

  test('a wanted one is given as it is, once', async () => {
    expect(await add('Whatever', 'wanted')).toBe('wanted');
    await expect(add('Whatever', 'wanted')).rejects.toThrow('INVALID_INPUT');
    await expect(add('Whatever', 'Not A Slug')).rejects.toThrow('INVALID_INPUT');
  });

  test('of two who want the same at once, one gets it', async () => {
    const outcomes = await Promise.allSettled([1, 2].map(() => add('Whatever', 'by-two')));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
