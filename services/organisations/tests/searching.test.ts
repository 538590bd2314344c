import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationInput } from './workbench.js';
import { Workbench } from './workbench.js';

let bench: Workbench;

const registry: readonly OrganisationInput[] = [
  { name: 'Asociación de Mujeres Tejedoras', acronym: 'AMT', country: 'GT' },
  { name: 'Centre for Water & Justice', acronym: 'CWJ', country: 'KE' },
  { name: 'Center for Wind and Justice', country: 'KE' },
  { name: 'Réseau Foi et Lumière', country: 'SN' },
  { name: 'Lantern Collective (Nepal)', country: 'NP' },
  { name: 'Lantern Collective (Peru)', country: 'PE' },
  { name: 'HakiMoto', country: 'TZ' },
  { name: 'Правозащитный центр «Маяк»', country: 'RU' },
  { name: 'Δίκτυο Φάρος', country: 'GR' },
  {
    name: 'مركز المنارة لحقوق الإنسان',
    country: 'TN',
    otherNames: [{ name: 'Al Manara Center', language: 'en' }],
  },
  { name: '灯塔人权网络', country: 'TW' },
  { name: 'Network of 41', country: 'CH' },
  { name: 'Network of 42', country: 'CH' },
  { name: 'People’s Salt March Trust', country: 'IN' },
  { name: 'Fédération des Pêcheurs du Littoral', acronym: 'FPL', country: 'SN' },
];

beforeAll(async () => {
  bench = await Workbench.start();
  for (const input of registry) await bench.organisation(input);
});

afterAll(() => bench.stop());

interface Found {
  readonly totalCount: number;
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly name: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
}

const source = `query ($filter: OrganisationFilter, $first: Int, $after: String, $orderBy: OrganisationOrder) {
  organisations(filter: $filter, first: $first, after: $after, orderBy: $orderBy) {
    totalCount edges { cursor node { name } } pageInfo { hasNextPage endCursor }
  }
}`;

async function find(search: string, args: object = {}): Promise<Found> {
  const variables = { filter: { search }, ...args };
  return (await bench.test.data<{ organisations: Found }>(source, { variables })).organisations;
}

const first = async (search: string) => (await find(search)).edges[0]?.node.name;

async function fault(variables: object): Promise<unknown> {
  const { errors } = await bench.test.execute(source, { variables: { ...variables } });
  return errors?.[0]?.extensions?.['code'];
}

describe('searching finds first', () => {
  it.each([
    ['asociacion de mujeres tejedoras', 'Asociación de Mujeres Tejedoras', 'without accents'],
    ['MUJERES TEJEDORAS', 'Asociación de Mujeres Tejedoras', 'in capitals'],
    ['tejedoras mujeres', 'Asociación de Mujeres Tejedoras', 'in another order'],
    ['AMT', 'Asociación de Mujeres Tejedoras', 'an acronym'],
    ['amt', 'Asociación de Mujeres Tejedoras', 'an acronym in small letters'],
    [
      'Asociacion de Mujeres Tejedoras (AMT)',
      'Asociación de Mujeres Tejedoras',
      'with the acronym in brackets',
    ],
    ['asociasion mujeres tegedoras', 'Asociación de Mujeres Tejedoras', 'with typing errors'],
    ['Women Tejedoras', 'Asociación de Mujeres Tejedoras', 'with a word in another language'],
    ['Centre for Water and Justice', 'Centre for Water & Justice', '"and" for "&"'],
    ['center for water & justice', 'Centre for Water & Justice', 'in the other English'],
    ['Center for Wind & Justice', 'Center for Wind and Justice', '"&" for "and"'],
    ['reseau foi & lumiere', 'Réseau Foi et Lumière', '"&" for "et"'],
    ['lantern collective nepal', 'Lantern Collective (Nepal)', 'a country in brackets'],
    ['Lantern Collective - Peru', 'Lantern Collective (Peru)', 'a country behind a dash'],
    ['lantern collective perou', 'Lantern Collective (Peru)', 'a country in another language'],
    ['haki moto', 'HakiMoto', 'in two words for one'],
    ['hakimotto', 'HakiMoto', 'with a doubled letter'],
    ['маяк', 'Правозащитный центр «Маяк»', 'in its own script'],
    ['Mayak', 'Правозащитный центр «Маяк»', 'in Latin letters'],
    ['diktyo faros', 'Δίκτυο Φάρος', 'Greek in Latin letters'],
    ['المنارة', 'مركز المنارة لحقوق الإنسان', 'in Arabic'],
    ['منارة', 'مركز المنارة لحقوق الإنسان', 'in Arabic without the article'],
    ['al manara', 'مركز المنارة لحقوق الإنسان', 'by a name in another language'],
    ['灯塔', '灯塔人权网络', 'by a part of a name without blanks'],
    ['network of 42', 'Network of 42', 'by a number'],
    ["peoples' salt march", 'People’s Salt March Trust', 'with another apostrophe'],
    ['federation pecheurs litoral', 'Fédération des Pêcheurs du Littoral', 'without articles, misspelt'],
    ['pech', 'Fédération des Pêcheurs du Littoral', 'by the beginning of a word'],
  ])('for "%s" "%s": %s', async (search, name) => {
    expect(await first(search)).toBe(name);
  });
});

describe('what is searched', () => {
  it('adds up with the other conditions', async () => {
    expect((await find('Lantern')).totalCount).toBe(2);
    const { edges } = await find('', { filter: { search: 'Lantern', countries: ['PE'] } });
    expect(edges.map(({ node }) => node.name)).toEqual(['Lantern Collective (Peru)']);
    expect((await find('', { filter: { search: 'Lantern', regions: ['AFRICA'] } })).totalCount).toBe(0);
  });

  it('is what a name must have: nothing like it is found as nothing', async () => {
    expect(await find('zyzzyva quokka')).toMatchObject({ totalCount: 0, edges: [] });
  });

  it('does not find a number for its neighbour', async () => {
    const { edges } = await find('Network of 43');
    expect(edges[0]?.node.name).not.toBe('Network of 43');
    expect((await find('Network of 41')).edges[0]?.node.name).toBe('Network of 41');
  });

  it.each(['', '   ', '-- --', '\u0000', '\u202E\u200B', '%', '_', "'"])(
    'must say something: %j',
    async (search) => {
      expect(await fault({ filter: { search } })).toBe('BAD_USER_INPUT');
    },
  );

  it.each(['x'.repeat(201), 'a'.repeat(1_000_000), 'é'.repeat(201)])(
    'must not be endless %#',
    async (search) => {
      expect(await fault({ filter: { search } })).toBe('BAD_USER_INPUT');
    },
  );

  it.each([
    "') or true --",
    'a\u0000b',
    '\uD800lantern',
    'a% b_',
    '\\',
    'select * from organisation',
    '('.repeat(199),
  ])('is text and nothing else: %j', async (search) => {
    const { errors } = await bench.test.execute(source, { variables: { filter: { search } } });
    expect([undefined, 'BAD_USER_INPUT']).toContain(errors?.[0]?.extensions?.['code']);
  });

  it('comes in the order of relevance and takes no other', async () => {
    expect(await fault({ filter: { search: 'lantern' }, orderBy: 'NAME' })).toBe('BAD_USER_INPUT');
  });
});

describe('pages of what is found', () => {
  beforeAll(async () => {
    for (let made = 0; made < 23; made += 1)
      await bench.organisation({ name: `Beacon Society ${String(made).padStart(2, '0')}x`, country: 'ES' });
  });

  it('are by relevance, then by name, each once, whatever their size', async () => {
    const all = await find('beacon society', { first: 200 });
    const names = all.edges.map(({ node }) => node.name);
    expect(names).toEqual(names.toSorted());
    expect(all.totalCount).toBe(23);
    for (const size of [1, 7, 22]) expect(await walk('beacon society', size)).toEqual(names);
  });

  it('go on behind their place when something better or worse comes in between', async () => {
    const page = await find('beacon society', { first: 10 });
    const rest = (await walk('beacon society', 5)).slice(10);
    const added = await bench.organisation({ name: 'Beacon Society', country: 'PT' });
    const next = await find('beacon society', { first: 200, after: page.pageInfo.endCursor });
    expect(next.edges.map(({ node }) => node.name)).toEqual(rest);
    await bench.answer('mergeOrganisations', { keepId: await bench.organisation(), mergeId: added });
  });

  it('do not take the cursors of another search or list', async () => {
    const { pageInfo } = await find('beacon society', { first: 2 });
    expect(await fault({ filter: { search: 'beacon' }, after: pageInfo.endCursor })).toBe('BAD_USER_INPUT');
    expect(await fault({ after: pageInfo.endCursor })).toBe('BAD_USER_INPUT');
  });

  it.each([0, -1, 201, 1_000_000_000])('are not of %d', async (size) => {
    expect(await fault({ filter: { search: 'beacon' }, first: size })).toBe('BAD_USER_INPUT');
  });

  async function walk(search: string, size: number): Promise<string[]> {
    const names: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Found = await find(search, { first: size, after });
      names.push(...page.edges.map(({ node }) => node.name));
      if (!page.pageInfo.hasNextPage) return names;
      after = page.pageInfo.endCursor;
    }
  }
});

it('finds an organisation by its new name and its old one as soon as it was changed', async () => {
  const organisationId = await bench.organisation({ name: 'Quince Orchard Union' });
  await bench.answer('updateOrganisation', { organisationId, name: 'Medlar Orchard Union' });
  expect(await first('medlar orchard')).toBe('Medlar Orchard Union');
  expect(await first('quince orchard')).toBe('Medlar Orchard Union');
});
