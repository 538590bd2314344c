import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, Workbench } from './workbench.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await Workbench.start();
});

afterAll(() => bench.stop());

const register = (input: object) => bench.answer('registerOrganisation', input);

/** An organisation as anybody reads it. */
async function read(id: string): Promise<unknown> {
  const query = `query ($id: ID) { organisation(id: $id) {
    slug name otherNames { name language } country region website identifiers { scheme value }
  } }`;
  const data = await bench.test.data<{ organisation: unknown }>(query, { variables: { id } });
  return data.organisation;
}

async function expectRefusal(input: object, refusal: object): Promise<void> {
  const before = await bench.stored();
  expect(await register({ name: bench.name('Refused'), ...input })).toMatchObject(refusal);
  expect(await bench.stored()).toEqual(before);
}

describe('an organisation', () => {
  it('is read as it was registered, by anybody', async () => {
    const answer = await register({
      name: 'Elin Association',
      otherNames: [{ name: 'Asociación Elín', language: 'ES' }, { name: 'Elin' }],
      country: 'ES',
      website: 'https://example.org/elin',
      identifiers: [{ scheme: 'WIKIDATA', value: 'Q42' }],
    });
    expect(await read(idOf(answer.organisation))).toEqual({
      slug: 'elin-association',
      name: 'Elin Association',
      otherNames: [
        { name: 'Asociación Elín', language: 'es' },
        { name: 'Elin', language: null },
      ],
      country: 'ES',
      region: 'EUROPE',
      website: 'https://example.org/elin',
      identifiers: [{ scheme: 'WIKIDATA', value: 'Q42' }],
    });
  });

  it('may be of a region without being of a country', async () => {
    const answer = await register({ name: 'Regional Network', region: 'AFRICA' });
    expect(await read(idOf(answer.organisation))).toMatchObject({ country: null, region: 'AFRICA' });
  });

  it('keeps its name composed and without doubled blanks', async () => {
    const answer = await register({ name: '  Fundacio\u0301n \u00A0 Sur ' });
    expect(await read(idOf(answer.organisation))).toMatchObject({ name: 'Fundación Sur' });
  });

  it('may have joiners where its script needs them', async () => {
    const name = 'انجمن حقوق\u200cبشر';
    expect(await read(idOf((await register({ name })).organisation))).toMatchObject({ name });
  });

  it('is not there under ids and slugs of nothing, and takes exactly one of the two', async () => {
    expect(await read('x')).toBeNull();
    for (const query of ['{ organisation { id } }', '{ organisation(id: "x", slug: "y") { id } }']) {
      const { errors } = await bench.test.execute(query);
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });
});

describe('registering the same organisation twice', () => {
  it.each([
    ['Twice', 'ES', 'Twice', 'ES'],
    ['Case Ignored', 'ES', 'CASE ignored', 'ES'],
    ['Blanks Ignored', undefined, ' Blanks  Ignored', undefined],
  ])('is refused: %s (%s), then %s (%s)', async (name, country, again, inCountry) => {
    await register({ name, country });
    await expectRefusal({ name: again, country: inCountry }, { code: 'ALREADY_REGISTERED' });
  });

  it('is not what two of one name in two countries are', async () => {
    await bench.organisation({ name: 'Namesakes', country: 'ES' });
    await bench.organisation({ name: 'Namesakes', country: 'MA' });
    await bench.organisation({ name: 'Namesakes' });
  });

  it('succeeds once for several who do so at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => register({ name: 'Racing', country: 'ES' })),
    );
    const names = answers.map(({ __typename }) => __typename).toSorted();
    expect(names).toEqual([...Array(5).fill('AlreadyRegistered'), 'RegisterOrganisationSuccess']);
  });
});

describe('an idempotency key', () => {
  it('gives the same answer to the same input, also at once', async () => {
    const input = { name: 'Same Answer', idempotencyKey: 'same-answer' };
    const [first, ...others] = await Promise.all([register(input), register(input), register(input)]);
    expect(first?.__typename).toBe('RegisterOrganisationSuccess');
    for (const other of [...others, await register(input)]) expect(other).toEqual(first);
  });

  it('is refused for another input and another caller', async () => {
    const input = { name: 'First Use', idempotencyKey: 'first-use' };
    await register(input);
    await expectRefusal({ ...input, name: 'Second Use' }, { code: 'IDEMPOTENCY_KEY_REUSED' });
    const other = bench.test.viewer('other@example.org');
    expect(await bench.answer('registerOrganisation', input, other)).toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });

  it.each(['', 'short', 'with blank', 'x'.repeat(201), 'bidi\u202Ekey', 'x'.repeat(1_000_000)])(
    'has 8 to 200 visible ASCII characters',
    (idempotencyKey) => expectRefusal({ idempotencyKey }, { field: 'idempotencyKey' }),
  );
});

const megabyte = 'a'.repeat(1_000_000);
const unseen = {
  'a null character': 'a\u0000b',
  'a control character': 'a\u0007b',
  'a line break': 'a\nb',
  'a bidirectional override': 'a\u202Eb',
  'a bidirectional isolate': 'a\u2066b',
  'a zero-width space': 'a\u200Bb',
  'a zero-width joiner between Latin letters': 'a\u200Db',
  'a byte order mark inside': 'a\uFEFFb',
  'half of a surrogate pair': 'a\uD800b',
  'a private-use character': 'a\uE000b',
  nothing: '',
  'blanks only': ' \u00A0 ',
  'a megabyte': megabyte,
  'a megabyte of combining marks': `a${'\u0301'.repeat(500_000)}`,
};

describe.each(Object.entries(unseen))('a text with %s', (_what, text) => {
  it.each([
    ['name', { name: text }],
    ['otherNames', { otherNames: [{ name: text }] }],
    ['otherNames', { otherNames: [{ name: 'fine', language: text }] }],
    ['identifiers', { identifiers: [{ scheme: 'ROR', value: text }] }],
    ['website', { website: text }],
    ['country', { country: text }],
    ['slug', { slug: text }],
  ])('is refused as %s and stores nothing, with and without a key', async (field, input) => {
    await expectRefusal(input, { __typename: 'InvalidInput', field });
    const idempotencyKey = bench.name('idempotency').replace(' ', '-');
    await expectRefusal({ ...input, idempotencyKey }, { __typename: 'InvalidInput', field });
  });
});

describe('refused', () => {
  it.each(['XX', 'ZZ', 'es', 'ESP', 'UK', '724', 'AC', 'toString'])('is the country "%s"', (country) =>
    expectRefusal({ country }, { field: 'country' }),
  );

  it('is a region that contradicts the country', () =>
    expectRefusal({ country: 'ES', region: 'AFRICA' }, { field: 'region' }));

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.org',
    'example.org',
    'https://',
    'https://user:secret@example.org',
    `https://example.org/${'a'.repeat(500)}`,
  ])('is the website %s', (website) => expectRefusal({ website }, { field: 'website' }));

  it.each(['e', 'x-', '*', 'es ES', 'en-x-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd'])(
    'is the language %s',
    (language) => expectRefusal({ otherNames: [{ name: 'Name', language }] }, { field: 'otherNames' }),
  );

  it('are too many other names and identifiers', async () => {
    const otherNames = Array.from({ length: 21 }, (_, index) => ({ name: `Name ${index}` }));
    await expectRefusal({ otherNames }, { field: 'otherNames' });
    const identifiers = Array.from({ length: 11 }, (_, index) => ({ scheme: 'ROR', value: `${index}` }));
    await expectRefusal({ identifiers }, { field: 'identifiers' });
  });

  it('is a name of more than 300 characters', () =>
    expectRefusal({ name: 'a'.repeat(301) }, { field: 'name' }));
});

describe('a coalition', () => {
  it('is read as it was created, and keeps the paragraphs of its purpose', async () => {
    const purpose = ' For the right\r\nto defend rights. ';
    const { coalition } = await bench.answer('createCoalition', { name: 'Coalition of Tests', purpose });
    const query = '{ coalition(slug: "coalition-of-tests") { id name purpose } }';
    expect(await bench.test.data(query)).toEqual({
      coalition: {
        id: coalition?.id,
        name: 'Coalition of Tests',
        purpose: 'For the right\nto defend rights.',
      },
    });
  });

  it.each([
    ['name', { name: '' }],
    ['name', { name: 'a\u202Eb' }],
    ['name', { name: 'a'.repeat(301) }],
    ['name', { name: megabyte }],
    ['purpose', { purpose: '' }],
    ['purpose', { purpose: 'a\u0000b' }],
    ['purpose', { purpose: 'a\u202Eb' }],
    ['purpose', { purpose: 'a'.repeat(5_001) }],
    ['purpose', { purpose: megabyte }],
  ])('is refused for its %s and stores nothing', async (field, input) => {
    const before = await bench.stored();
    const answer = await bench.answer('createCoalition', { name: bench.name('Refused'), ...input });
    expect(answer).toMatchObject({ __typename: 'InvalidInput', field });
    expect(await bench.stored()).toEqual(before);
  });
});
