import { Refusal, Rights } from '@coalition-hub/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registerManyCommand } from '../src/imports/register-many-command.js';
import {
  matchOrganisations,
  type PrintedBody,
  type RegistryImport,
  type RegistryImported,
  registerMany,
} from '../src/index.js';
import { unknownId, Workbench } from './workbench.js';

let bench: Workbench;

beforeAll(async () => {
  bench = await Workbench.start();
});

afterAll(() => bench.stop());

const body = (name: string, changes: Partial<PrintedBody> = {}): PrintedBody => ({
  organisationId: null,
  name,
  country: 'KE',
  acronym: null,
  joinedOn: null,
  ...changes,
});

const run = (list: RegistryImport) => registerMany(bench.test.subgraph.service, list, 'a request');

async function entered(list: RegistryImport): Promise<RegistryImported> {
  const answer = await run(list);
  if (answer instanceof Refusal) throw new Error(answer.message);
  return answer;
}

const changesOf = ({ organisationIds: _, ...changes }: RegistryImported) => changes;

describe('a list is entered as a whole', () => {
  it('registers what is new, makes the coalition and its members, and tells of each', async () => {
    const coalition = { slug: 'lakes-and-seas', name: 'Lakes & Seas' };
    const bodies = [
      body('Lake Watch', { joinedOn: '2020-02-03', acronym: 'LW' }),
      body('Sea Watch', { country: null }),
    ];
    const { organisationIds, ...changes } = await entered({ bodies, coalition });
    expect(changes).toEqual({ registered: 2, aliases: 0, admitted: 2, coalitionCreated: true });
    const told = await Promise.all(organisationIds.map((id) => bench.told(id)));
    expect(told.flat().map(({ type }) => type)).toEqual([
      'ORGANISATION_REGISTERED',
      'ORGANISATION_REGISTERED',
    ]);
    const data = await bench.test.data(`{ coalition(slug: "lakes-and-seas") { name members {
      edges { node { joinedOn organisation { name acronym country region } } } } } }`);
    expect(data).toEqual({
      coalition: {
        name: 'Lakes & Seas',
        members: {
          edges: [
            {
              node: {
                joinedOn: '2020-02-03',
                organisation: { name: 'Lake Watch', acronym: 'LW', country: 'KE', region: 'AFRICA' },
              },
            },
            {
              node: {
                joinedOn: new Date().toISOString().slice(0, 10),
                organisation: { name: 'Sea Watch', acronym: null, country: null, region: null },
              },
            },
          ],
        },
      },
    });
  });

  it('changes nothing the second time', async () => {
    const list = {
      bodies: [body('River Watch'), body('Pond Watch', { acronym: 'PW' })],
      coalition: { slug: 'rivers', name: 'Rivers' },
    };
    const first = await entered(list);
    const stored = await bench.stored();
    const second = await entered(list);
    expect(second.organisationIds).toEqual(first.organisationIds);
    expect(changesOf(second)).toEqual({ registered: 0, aliases: 0, admitted: 0, coalitionCreated: false });
    expect(await bench.stored()).toEqual(stored);
  });

  it('enters each organisation once when several enter the same list at the same time', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `Racing Body ${index}`);
    const list = { bodies: names.map((name) => body(name)), coalition: { slug: 'racing', name: 'Racing' } };
    const answers = await Promise.all([entered(list), entered(list), entered(list)]);
    expect(new Set(answers.map(({ organisationIds }) => organisationIds.join(' '))).size).toBe(1);
    expect(answers.reduce((sum, { registered }) => sum + registered, 0)).toBe(40);
    expect(answers.reduce((sum, { admitted }) => sum + admitted, 0)).toBe(40);
    expect(answers.filter(({ coalitionCreated }) => coalitionCreated)).toHaveLength(1);
  });

  it('enters one organisation for rows that differ in capitals, and gives each a slug of its own', async () => {
    const { organisationIds } = await entered({
      bodies: [
        body('Twin Hills'),
        body('TWIN HILLS'),
        body('Twin Hills', { country: 'UG' }),
        body('Twin Hills 2'),
      ],
      coalition: null,
    });
    expect(new Set(organisationIds).size).toBe(3);
    expect(new Set(await slugs(organisationIds))).toEqual(
      new Set(['twin-hills', 'twin-hills-2', 'twin-hills-2-2']),
    );
  });
});

describe('what a person decided is remembered', () => {
  it('finds the printed name for certain the next time, also with the country that stood beside it', async () => {
    const organisationId = await bench.organisation({ name: 'Association of Rural Women', country: 'SN' });
    const printed = [
      { name: 'Assoc. Rural Women Senegal', country: null },
      { name: 'Association of Rural Women', country: null },
    ];
    const list = {
      bodies: printed.map((row) => body(row.name, { ...row, organisationId })),
      coalition: null,
    };
    expect(changesOf(await entered(list))).toMatchObject({ registered: 0, aliases: 2 });
    expect(await matchOrganisations(bench.reads, printed)).toEqual([
      { certain: organisationId },
      { certain: organisationId },
    ]);
    expect(changesOf(await entered(list))).toMatchObject({ aliases: 0 });
    expect((await bench.told(organisationId)).map(({ type }) => type)).toEqual([
      'ORGANISATION_REGISTERED',
      'ORGANISATION_UPDATED',
    ]);
  });
});

describe('memberships', () => {
  it('leaves members as they are, and takes former ones back from a later day on', async () => {
    const { coalitionId, slug, coordinator } = await bench.coordinated();
    const [staying, former] = [
      await bench.organisation({ country: 'KE' }),
      await bench.organisation({ country: 'KE' }),
    ];
    await bench.answer(
      'admitMember',
      { coalitionId, organisationId: staying, joinedOn: '2020-01-01' },
      coordinator,
    );
    await bench.answer(
      'admitMember',
      { coalitionId, organisationId: former, joinedOn: '2020-01-01', endedOn: '2021-12-31' },
      coordinator,
    );
    const bodies = [
      body(await nameOf(staying), { organisationId: staying, joinedOn: '2022-01-01' }),
      body(await nameOf(former), { organisationId: former, joinedOn: '2022-01-01' }),
    ];
    const { admitted } = await entered({ bodies, coalition: { slug, name: slug } });
    expect(admitted).toBe(1);
  });
});

describe('a list that cannot be entered leaves nothing behind', () => {
  it.each([
    [
      'an organisation that does not exist',
      [body('New One'), body('x', { organisationId: unknownId })],
      'fine',
    ],
    ['a coalition whose slug is none', [body('New One')], 'Not A Slug'],
  ])('%s', async (_, bodies, slug) => {
    const stored = await bench.stored();
    expect(await run({ bodies, coalition: { slug, name: 'Name' } })).toBeInstanceOf(Refusal);
    expect(await bench.stored()).toEqual(stored);
  });

  it('is for administrators only', async () => {
    const caller = { personId: 'somebody', requestId: 'r', rights: Rights.none };
    const list = { bodies: [body('Not Entered')], coalition: null };
    await expect(bench.test.subgraph.service.run(registerManyCommand, list, caller)).rejects.toMatchObject({
      extensions: { code: 'FORBIDDEN' },
    });
  });
});

async function slugs(ids: readonly string[]): Promise<string[]> {
  const rows = await bench.reads
    .selectFrom('organisation')
    .select('slug')
    .where('id', '=', (eb) => eb.fn.any(eb.val([...new Set(ids)])))
    .execute();
  return rows.map(({ slug }) => slug);
}

async function nameOf(id: string): Promise<string> {
  const { name } = await bench.reads
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return name;
}
