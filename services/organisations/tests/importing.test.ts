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

const since = (joinedOn: string | null, endedOn: string | null = null) => ({
  stays: [{ joinedOn, endedOn }],
});

const body = (name: string, changes: Partial<PrintedBody> = {}): PrintedBody => ({
  organisationId: null,
  name,
  country: 'KE',
  acronym: null,
  renamings: [],
  aliases: [],
  ...since(null),
  ...changes,
});

const nothing = { registered: 0, renamed: 0, aliases: 0, admitted: 0, ended: 0, coalitionCreated: false };

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
      body('Lake Watch', { ...since('2020-02-03'), acronym: 'LW' }),
      body('Sea Watch', { country: null }),
    ];
    const { organisationIds, ...changes } = await entered({ bodies, coalition });
    expect(changes).toEqual({ ...nothing, registered: 2, admitted: 2, coalitionCreated: true });
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
    expect(changesOf(second)).toEqual(nothing);
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
      body(await nameOf(staying), { organisationId: staying, ...since('2022-01-01') }),
      body(await nameOf(former), { organisationId: former, ...since('2022-01-01') }),
    ];
    const { admitted } = await entered({ bodies, coalition: { slug, name: slug } });
    expect(admitted).toBe(1);
  });
});

describe('a list that tells of renames', () => {
  const renaming = (from: string, to: string, day: string | null = null) => ({
    renamings: [{ from, to, since: day }],
  });

  async function namesOf(id: string): Promise<unknown> {
    const { organisation } = await bench.test.data<{
      organisation: { names: { name: string; kind: string }[] };
    }>(`{ organisation(id: "${id}") { names { name kind until } } }`);
    return organisation.names;
  }

  const usual = (name: string) => ({ name, kind: 'USUAL', until: null });
  const former = (name: string, until: string | null = null) => ({ name, kind: 'FORMER', until });

  it('makes the later name the usual one, keeps the earlier one with its last day, and tells others', async () => {
    const organisationId = await bench.organisation({ name: 'Sound Desktop', country: 'KE' });
    const list = {
      bodies: [
        body('Sound Desk', { organisationId, ...renaming('Sound Desktop', 'Sound Desk', '2020-05-01') }),
      ],
      coalition: null,
    };
    expect(changesOf(await entered(list))).toEqual({ ...nothing, renamed: 1, aliases: 1 });
    expect(await namesOf(organisationId)).toEqual([
      usual('Sound Desk'),
      former('Sound Desktop', '2020-05-01'),
    ]);
    expect((await bench.told(organisationId)).at(-1)).toMatchObject({
      type: 'ORGANISATION_UPDATED',
      data: { name: 'Sound Desk' },
    });
    const printed = ['Sound Desk', 'SOUND DESKTOP'].map((name) => ({ name, country: 'KE' }));
    expect(await matchOrganisations(bench.reads, printed)).toEqual([
      { certain: organisationId },
      { certain: organisationId },
    ]);
    const stored = await bench.stored();
    expect(changesOf(await entered(list))).toEqual(nothing);
    expect(await bench.stored()).toEqual(stored);
  });

  it('adds former names that an older list tells, and leaves the usual name alone', async () => {
    const organisationId = await bench.organisation({ name: 'Third Name', country: 'KE' });
    const enter = (changes: object) =>
      entered({ bodies: [body('x', { organisationId, name: 'Third Name', ...changes })], coalition: null });
    await enter(renaming('Second Name', 'Third Name', '2022-01-01'));
    await enter(renaming('First Name', 'Second Name', '2012-01-01'));
    expect(await namesOf(organisationId)).toEqual([
      usual('Third Name'),
      former('Second Name', '2022-01-01'),
      former('First Name', '2012-01-01'),
    ]);
  });

  it('takes an earlier name up again only from a later day on', async () => {
    const organisationId = await bench.organisation({ name: 'Old Mill', country: 'KE' });
    const enter = (changes: object) =>
      entered({ bodies: [body('Old Mill', { organisationId, ...changes })], coalition: null });
    await enter(renaming('Old Mill', 'New Mill', '2020-01-01'));
    expect(await enter(renaming('New Mill', 'Old Mill'))).toMatchObject({ renamed: 0 });
    expect(await enter(renaming('New Mill', 'Old Mill', '2019-01-01'))).toMatchObject({ renamed: 0 });
    expect(await namesOf(organisationId)).toEqual([usual('New Mill'), former('Old Mill', '2020-01-01')]);
    expect(await enter(renaming('New Mill', 'Old Mill', '2024-01-01'))).toMatchObject({ renamed: 1 });
    expect(await namesOf(organisationId)).toEqual([usual('Old Mill'), former('New Mill', '2024-01-01')]);
  });

  it('stores nothing of a list that gives an organisation the name of another one', async () => {
    await bench.organisation({ name: 'Taken By Others', country: 'KE' });
    const organisationId = await bench.organisation({ name: 'Wants It', country: 'KE' });
    const stored = await bench.stored();
    const bodies = [
      body('Never Entered'),
      body('Wants It', { organisationId, ...renaming('Wants It', 'Taken By Others') }),
    ];
    expect(await run({ bodies, coalition: null })).toMatchObject({ code: 'ALREADY_REGISTERED' });
    expect(await bench.stored()).toEqual(stored);
  });
});

describe('a list that tells of comings and goings', () => {
  it('enters stays that have ended, ends those that go on, and begins anew after an end', async () => {
    const coalition = { slug: 'comings-and-goings', name: 'Comings and Goings' };
    const enter = (stays: PrintedBody['stays']) =>
      entered({ bodies: [body('Bird of Passage', { stays })], coalition });
    const on = (joinedOn: string | null, endedOn: string | null) => ({ joinedOn, endedOn });
    expect(await enter([on('2018-01-01', null)])).toMatchObject({ admitted: 1, ended: 0 });
    const whole = [on('2018-01-01', '2019-06-30'), on('2020-01-01', '2020-12-31'), on('2022-01-01', null)];
    expect(await enter(whole)).toMatchObject({ admitted: 2, ended: 1 });
    expect(changesOf(await enter(whole))).toEqual(nothing);
    const stays = await bench.reads
      .selectFrom('membership')
      .innerJoin('coalition', 'coalition.id', 'membership.coalition_id')
      .where('coalition.slug', '=', coalition.slug)
      .select(['joined_on', 'ended_on'])
      .orderBy('joined_on')
      .execute();
    expect(stays.map(({ joined_on, ended_on }) => [joined_on, ended_on])).toEqual(
      whole.map(({ joinedOn, endedOn }) => [joinedOn, endedOn]),
    );
    expect(await enter([on(null, '2024-03-31')])).toMatchObject({ admitted: 0, ended: 1 });
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
