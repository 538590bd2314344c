import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matchOrganisations } from '../src/index.js';
import { idOf, Workbench } from './workbench.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await Workbench.start();
});

afterAll(() => bench.stop());

const query = `query ($id: ID) { organisation(id: $id) {
  slug name legalName acronym kind country region website
  names { name language kind } otherNames { name language kind } consultativeStatus { category since }
} }`;

interface Read {
  readonly [field: string]: unknown;
  readonly names: readonly { name: string; kind: string }[];
}

async function read(id: string): Promise<Read> {
  return (await bench.test.data<{ organisation: Read }>(query, { variables: { id } })).organisation;
}

const namesOf = async (id: string) => (await read(id)).names.map(({ name, kind }) => `${kind} ${name}`);

async function register(input: object): Promise<string> {
  return idOf((await bench.answer('registerOrganisation', input)).organisation);
}

const update = (organisationId: string, input: object) =>
  bench.answer('updateOrganisation', { organisationId, ...input });

describe('the names of an organisation', () => {
  it('are the usual one, the legal one, the acronym and the others, each with what it is', async () => {
    const id = await register({
      name: 'Harbour Watch',
      legalName: 'Harbour Watch Association, Registered',
      acronym: 'HW',
      country: 'KE',
      otherNames: [
        { name: 'Vigilancia del Puerto', language: 'es' },
        { name: 'Dock Watch', kind: 'FORMER' },
        { name: 'Harbor Watch' },
      ],
    });
    expect(await namesOf(id)).toEqual([
      'USUAL Harbour Watch',
      'LEGAL Harbour Watch Association, Registered',
      'ACRONYM HW',
      'OTHER_LANGUAGE Vigilancia del Puerto',
      'FORMER Dock Watch',
      'ALIAS Harbor Watch',
    ]);
  });

  it('do not say the same twice', async () => {
    const id = await register({
      name: 'Said Once',
      legalName: 'Said Once',
      otherNames: [{ name: 'Said Once' }],
    });
    expect(await namesOf(id)).toEqual(['USUAL Said Once']);
    expect(await read(id)).toMatchObject({ legalName: null });
  });

  it.each(['LEGAL', 'USUAL', 'ACRONYM'])('of the kind %s have a field of their own', async (kind) => {
    const answer = await bench.answer('registerOrganisation', {
      name: bench.name('Kinds'),
      otherNames: [{ name: 'Another', kind }],
    });
    expect(answer).toMatchObject({ __typename: 'InvalidInput', field: 'otherNames' });
  });

  it.each([
    ['legalName', { legalName: 'a\u202Eb' }],
    ['legalName', { legalName: '' }],
    ['legalName', { legalName: 'a'.repeat(1_000_000) }],
    ['acronym', { acronym: 'A\u200BB' }],
    ['acronym', { acronym: '---' }],
    ['acronym', { acronym: 'A'.repeat(31) }],
  ])('that cannot be kept are refused, and store nothing: %s %#', async (field, input) => {
    const id = await bench.organisation();
    const before = await bench.stored();
    const registering = { name: bench.name('Refused'), ...input };
    expect(await bench.answer('registerOrganisation', registering)).toMatchObject({ field });
    expect(await update(id, input)).toMatchObject({ __typename: 'InvalidInput', field });
    expect(await bench.stored()).toEqual(before);
  });
});

describe('a name of full length', () => {
  it.each(['\uFDFA', 'щ', '字', '𐐷', 'a', '(', 'A.', 'é '])(
    'is kept and found, also if made of "%s" only',
    async (piece) => {
      const name = piece.repeat(300 / piece.length).trim();
      const id = await register({ name });
      expect(await read(id)).toMatchObject({ name });
      const other = await register({ name: `${name.slice(0, -2)}7` });
      const rows = [{ name, country: null }];
      expect(await matchOrganisations(bench.reads, rows)).toEqual([{ certain: id }]);
      expect(other).not.toBe(id);
    },
  );
});

describe('consultative status with ECOSOC', () => {
  it('has a category, and a day where it is known', async () => {
    const id = await register({
      name: bench.name('Status'),
      consultativeStatus: { category: 'SPECIAL', since: '2005-07-20' },
    });
    expect(await read(id)).toMatchObject({
      consultativeStatus: { category: 'SPECIAL', since: '2005-07-20' },
    });
    await update(id, { consultativeStatus: { category: 'GENERAL' } });
    expect(await read(id)).toMatchObject({ consultativeStatus: { category: 'GENERAL', since: null } });
    await update(id, { consultativeStatus: null });
    expect(await read(id)).toMatchObject({ consultativeStatus: null });
  });
});

describe('changing an organisation', () => {
  it('changes what is said, and nothing else', async () => {
    const id = await register({
      name: 'Before',
      acronym: 'BF',
      country: 'ES',
      website: 'https://example.org/before',
      kind: 'FOUNDATION',
    });
    const before = await read(id);
    await update(id, { acronym: 'BFR' });
    expect(await read(id)).toEqual({
      ...before,
      acronym: 'BFR',
      names: [before.names[0], { name: 'BFR', language: null, kind: 'ACRONYM' }],
    });
  });

  it('takes away what is null', async () => {
    const id = await register({
      name: bench.name('Nulls'),
      acronym: 'NLS',
      country: 'ES',
      website: 'https://example.org',
    });
    await update(id, { acronym: null, country: null, website: null });
    expect(await read(id)).toMatchObject({ acronym: null, country: null, region: null, website: null });
    expect(await update(id, { name: null })).toMatchObject({ __typename: 'InvalidInput', field: 'name' });
  });

  it('remembers the name that it had, and keeps its slug', async () => {
    const id = await register({ name: 'Old Lantern' });
    await update(id, { name: 'New Lantern' });
    expect(await namesOf(id)).toEqual(['USUAL New Lantern', 'ALIAS Old Lantern']);
    expect(await read(id)).toMatchObject({ slug: 'old-lantern' });
  });

  it('keeps no name besides those it was given a list of', async () => {
    const id = await register({ name: 'First Bell', otherNames: [{ name: 'Gone' }] });
    await update(id, { name: 'Second Bell', otherNames: [{ name: 'First Bell', kind: 'FORMER' }] });
    expect(await namesOf(id)).toEqual(['USUAL Second Bell', 'FORMER First Bell']);
  });

  it('is refused for a name that another one has in this country', async () => {
    await register({ name: 'Taken Name', country: 'FR' });
    const id = await register({ name: 'Free Name', country: 'FR' });
    expect(await update(id, { name: 'taken name' })).toMatchObject({ code: 'ALREADY_REGISTERED' });
    expect(await namesOf(id)).toEqual(['USUAL Free Name']);
  });

  it('is told to the other services', async () => {
    const id = await register({ name: bench.name('Told'), country: 'ES' });
    await update(id, { country: 'PT', kind: 'TRADE_UNION' });
    const events = await bench.told(id);
    expect(events.map(({ type }) => type)).toEqual(['ORGANISATION_REGISTERED', 'ORGANISATION_UPDATED']);
    expect(events[1]?.data).toMatchObject({
      organisationId: id,
      country: 'PT',
      region: 'EUROPE',
      kind: 'TRADE_UNION',
    });
  });

  it('gives the same answer to the same idempotency key', async () => {
    const id = await bench.organisation();
    const input = { acronym: 'SAME', idempotencyKey: 'the-same-change' };
    const first = await update(id, input);
    await update(id, { acronym: 'OTHER' });
    expect(await update(id, input)).toMatchObject({ __typename: first.__typename });
    expect(await read(id)).toMatchObject({ acronym: 'OTHER' });
  });
});
