import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { collationTags } from '../src/collation/collation-tags.js';
import { type KnownStatement, type SignatoriesWorld, startSignatoriesWorld } from './signatories-world.js';

let world: SignatoriesWorld;
let statement: KnownStatement;

const places = [
  ['Zebra', 'ES', 'EUROPE', '2021-04-03'],
  ['Örebro forum', 'SE', 'EUROPE', '2021-04-01'],
  ['Oslo forum', 'NO', 'EUROPE', '2021-04-03'],
  ['Chile forum', 'CL', 'AMERICAS', '2021-04-02'],
  ['Colombia forum', 'CO', 'AMERICAS', '2021-04-02'],
  ['Česko forum', null, null, '2021-04-01'],
  ['同盟', 'CN', 'ASIA', '2021-04-01'],
] as const;

beforeAll(async () => {
  world = await startSignatoriesWorld();
  statement = await world.statement();
  await world.open(statement);
  const ids = await Promise.all(
    places.map(([name, country, region]) => world.organisation(name, country, region)),
  );
  await world.import(statement, [
    ...ids.map((organisationId, index) => ({ organisationId, signedOn: places[index]?.[3] ?? '' })),
    { person: { name: 'Amina Example', capacity: 'Chair' }, signedOn: '2021-04-02' },
  ]);
  const { list } = await world.close(statement);
  if (list) await world.deliver(statement.id, list);
});

afterAll(() => world.test.stop());

const byName = [
  ...['Amina Example', 'Česko forum', 'Chile forum', 'Colombia forum', 'Örebro forum', 'Oslo forum'],
  ...['Zebra', '同盟'],
];

describe('the order of a list', () => {
  it.each(['CURRENT', 'AT_DELIVERY'])('is by name, by country or by date (%s)', async (list) => {
    expect(await world.names(statement.id, { list })).toEqual(byName);
    expect(await world.names(statement.id, { list, orderBy: 'NAME' })).toEqual(byName);
    expect(await world.names(statement.id, { list, orderBy: 'COUNTRY' })).toEqual([
      ...['Chile forum', '同盟', 'Colombia forum', 'Zebra', 'Oslo forum', 'Örebro forum'],
      ...['Amina Example', 'Česko forum'],
    ]);
    expect(await world.names(statement.id, { list, orderBy: 'DATE' })).toEqual([
      ...['Česko forum', 'Örebro forum', '同盟', 'Amina Example', 'Chile forum', 'Colombia forum'],
      ...['Oslo forum', 'Zebra'],
    ]);
  });

  it('of names is the reader’s: "ö" after "z" in Swedish, "ch" after "c" in Slovak', async () => {
    const swedish = await world.names(statement.id, { locale: 'sv-SE' });
    expect(swedish.indexOf('Örebro forum')).toBeGreaterThan(swedish.indexOf('Zebra'));
    const slovak = await world.names(statement.id, { locale: 'sk', list: 'AT_DELIVERY' });
    expect(slovak.indexOf('Chile forum')).toBeGreaterThan(slovak.indexOf('Colombia forum'));
    expect(await world.names(statement.id, { locale: 'de-CH-1996' })).toEqual(byName);
  });

  it.each(['und', 'tlh', 'en-x-anything'])(
    'is that of the root for a language that is not known here (%s)',
    async (locale) => {
      expect(await world.names(statement.id, { locale })).toEqual(byName);
    },
  );

  it.each(['', ' ', 'not a tag', 'sv"; drop table signature; --', '\u0000', 'e', 'x'.repeat(1_000_000)])(
    'is refused for what is no language tag (%#)',
    async (locale) => {
      await expect(world.names(statement.id, { locale })).rejects.toThrow('BAD_USER_INPUT');
    },
  );

  it.each([
    [{ orderBy: 'COUNTRY' }],
    [{ orderBy: 'DATE', locale: 'sv' }],
    [{ locale: 'sk', list: 'AT_DELIVERY' }],
    [{ orderBy: 'COUNTRY', list: 'AT_DELIVERY' }],
    [{ orderBy: 'DATE', filter: { kind: 'ORGANISATION' } }],
  ])('is kept from page to page, each entry once (%j)', async (variables) => {
    const all = await world.names(statement.id, variables);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await world.signatures(statement.id, { ...variables, first: 1, after });
      seen.push(...page.nodes.map(({ nameAsSigned }) => nameAsSigned));
      ({ endCursor: after, hasNextPage: more } = page.pageInfo);
    }
    expect(seen).toEqual(all);
  });

  it('is part of a cursor: another order, language or filter takes none of it', async () => {
    const [{ cursor } = { cursor: '' }] = (await world.signatures(statement.id)).edges;
    for (const other of [
      ...[{ orderBy: 'DATE' }, { orderBy: 'COUNTRY' }, { locale: 'sv' }],
      ...[{ filter: { kind: 'PERSON' } }, { filter: { provenance: 'REPORTED_BY_COORDINATOR' } }],
    ])
      await expect(world.signatures(statement.id, { ...other, after: cursor })).rejects.toThrow(
        'BAD_USER_INPUT',
      );
  });

  it('of the current list is that of an index, for each of the three', async () => {
    await sql`
      insert into signature (id, statement_id, organisation_id, revision_id, revision_digest, name, country, status, shown, late, signed_on, signed_at)
      select gen_random_uuid(), md5((number % 20)::text)::uuid, gen_random_uuid(), gen_random_uuid(), '', 'Bulk ' || number, 'ES',
             'SIGNED', true, false, '2021-01-01', now()
        from generate_series(1, 20000) as number`.execute(world.reads);
    await sql`analyze signature`.execute(world.reads);
    const id = sql`md5('7')::uuid`;
    const orders = {
      signature_in_order: [sql`name, id`, sql`('Bulk 5', ${id})`],
      signature_by_country: [sql`coalesce(signature.country, 'ZZ'), name, id`, sql`('ES', 'Bulk 5', ${id})`],
      signature_by_date: [sql`signed_on, name, id`, sql`('2021-01-01', 'Bulk 5', ${id})`],
    } as const;
    for (const [index, [columns, after]] of Object.entries(orders)) {
      const { rows } = await sql<{ 'QUERY PLAN': string }>`
        explain select id from signature where signature.shown and statement_id = ${id}
           and (${columns}) > ${after} order by ${columns} limit 21`.execute(world.reads);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain(`using ${index}`);
      expect(plan).not.toContain('Sort');
    }
  });
});

describe('the collation for a reader', () => {
  it.each([
    ['es', ['es', 'es-Latn-ES', 'es-Latn', 'es-ES']],
    ['zh-TW', ['zh-TW', 'zh-Hant-TW', 'zh-Hant', 'zh']],
    ['de-AT-u-co-phonebk', ['de-AT', 'de-Latn-AT', 'de-Latn', 'de']],
  ])('is looked for with likely subtags (%s)', (locale, tags) => {
    expect(collationTags(locale)).toEqual(tags);
  });
});
