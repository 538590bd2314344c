import { isSlug, slugOf } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Workbench } from './workbench.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await Workbench.start();
});

afterAll(() => bench.stop());

const seed = Date.now() % 1_000_000;

const slugOfNew = async (input: object) =>
  (await bench.answer('registerOrganisation', input)).organisation?.slug;

async function found(slug: string): Promise<string | undefined> {
  const query = 'query ($slug: String) { organisation(slug: $slug) { name } }';
  const { organisation } = await bench.test.data<{ organisation: { name: string } | null }>(query, {
    variables: { slug },
  });
  return organisation?.name;
}

describe('the slug of an organisation', () => {
  it.each([
    ['Ceuta & Melilla', 'ceuta-and-melilla'],
    ['Fundación «Ñandú»', 'fundacion-nandu'],
    ['ＦＵＬＬ width', 'full-width'],
    ['Європейська спілка', 'європейська-спілка'],
    ['한국 인권 재단', '한국-인권-재단'],
    ['हिन्दी संगठन', 'हिन्दी-संगठन'],
    ['منظمة العفو', 'منظمة-العفو'],
    ['!!!', 'unnamed'],
  ])('made of "%s" is "%s", and finds it', async (name, slug) => {
    expect(await slugOfNew({ name })).toBe(slug);
    expect(await found(slug)).toBe(name.normalize('NFC'));
  });

  it('is numbered where others have it', async () => {
    const slugs = [];
    for (const country of ['ES', 'FR', 'PT']) slugs.push(await slugOfNew({ name: 'Same Name', country }));
    expect(slugs).toEqual(['same-name', 'same-name-2', 'same-name-3']);
  });

  it('stays within its length when numbered', async () => {
    const name = `Long ${'x'.repeat(290)}`;
    const slugs = [await slugOfNew({ name, country: 'ES' }), await slugOfNew({ name, country: 'FR' })];
    expect(slugs.map((slug) => slug?.length)).toEqual([80, 80]);
    expect(await found(String(slugs[1]))).toBe(name);
  });

  it('is another one for each of two who register the same name at once', async () => {
    const countries = ['ES', 'FR', 'PT', 'IT', 'DE', 'NL'];
    const slugs = await Promise.all(countries.map((country) => slugOfNew({ name: 'Racing Name', country })));
    const numbered = ['', '-2', '-3', '-4', '-5', '-6'].map((suffix) => `racing-name${suffix}`);
    expect(slugs.toSorted()).toEqual(numbered);
  });

  it('is another one where a number would make two names alike', async () => {
    await slugOfNew({ name: 'Forum' });
    const inputs = [{ name: 'Forum', country: 'ES' }, { name: 'Forum 2' }, { name: 'Forum', country: 'FR' }];
    const slugs = await Promise.all(inputs.map(slugOfNew));
    expect(new Set(slugs).size).toBe(3);
    expect(slugs.every((slug) => slug?.startsWith('forum-'))).toBe(true);
  });

  it('is the wanted one, or refused where somebody has it', async () => {
    expect(await slugOfNew({ name: 'Wanted', slug: 'as-wanted' })).toBe('as-wanted');
    const before = await bench.stored();
    expect(
      await bench.answer('registerOrganisation', { name: 'Wanted too', slug: 'as-wanted' }),
    ).toMatchObject({
      __typename: 'InvalidInput',
      field: 'slug',
    });
    expect(await bench.stored()).toEqual(before);
  });

  it('goes to one of two who want the same', async () => {
    const wanting = (name: string) => bench.answer('createCoalition', { name, slug: 'wanted-twice' });
    const answers = await Promise.all([wanting('One'), wanting('Two')]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual([
      'CreateCoalitionSuccess',
      'InvalidInput',
    ]);
  });

  it.each(['', '-a', 'a-', 'a--b', 'A', 'a b', 'a/b', 'é', 'a\u200bb', '\u0000', '\uD800', 'a'.repeat(81)])(
    'cannot be "%s"',
    async (slug) => {
      const answer = await bench.answer('registerOrganisation', { name: bench.name('Slug'), slug });
      expect(answer).toMatchObject({ __typename: 'InvalidInput', field: 'slug' });
    },
  );

  it.each(['', '\u0000', '\uD800', 'nobody', 'a'.repeat(1_000_000)])(
    'finds nothing where nothing can be',
    async (slug) => {
      expect(await found(slug)).toBeUndefined();
      const query = 'query ($slug: String!) { coalition(slug: $slug) { id } }';
      expect(await bench.test.data(query, { variables: { slug } })).toEqual({ coalition: null });
    },
  );

  it(`can be looked up again, whatever the name (seed ${seed})`, () => {
    const names = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    fc.assert(
      fc.property(names, (name) => isSlug(slugOf(name))),
      { seed, numRuns: 2_000 },
    );
  });
});
