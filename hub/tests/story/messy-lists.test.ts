import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportStatement } from '../../src/command-line/export.js';
import { importOrganisations } from '../../src/command-line/import-organisations.js';
import { importSignatures } from '../../src/command-line/import-signatures.js';
import { ImportWorkbench } from '../imports/import-workbench.js';
import { letter, letterInLatin1, members, nineYears, sixYears } from './messy-lists.js';

let bench: ImportWorkbench;

beforeAll(async () => {
  bench = await ImportWorkbench.start();
}, 120_000);

afterAll(() => bench.stop(), 60_000);

describe('a letter that was collected in a spreadsheet', () => {
  let slug: string;
  const signed = { admitted: 20, alreadySigned: 0, withdrawn: 0 };

  const outcomes = (details: readonly { line: number; outcome: string; sameAs?: number }[]) =>
    details
      .filter(({ outcome }) => outcome !== 'NEW')
      .map(({ line, outcome, sameAs }) =>
        [line, outcome, sameAs].filter((one) => one !== undefined).join(' '),
      );

  test('is rehearsed: repeats are found, chapters kept apart, an unknown country is for a person', async () => {
    slug = (await bench.openStatement('rivers')).slug;
    const before = await bench.hub.rowCounts();
    const tried = await bench.import(importSignatures, `\ufeff${letter}`, {
      statement: slug,
      'dry-run': true,
    });
    expect(tried).toMatchObject({ rows: 26, new: 20, repeated: 3, doubtful: 3, rejected: 0 });
    expect(outcomes(tried.details)).toEqual(whatIsNotNew);
    expect(await bench.hub.rowCounts()).toEqual(before);
  });

  test('is entered as reported, each body once, and says the same in Latin-1', async () => {
    const entered = await bench.import(importSignatures, `\ufeff${letter}`, { statement: slug });
    expect(entered).toMatchObject({ registered: 20, signatures: signed });
    const stored = await bench.hub.rowCounts();
    for (const again of [`\ufeff${letter}`, letterInLatin1]) {
      const second = await bench.import(importSignatures, again, { statement: slug });
      expect(second).toMatchObject({ new: 0, registered: 0, signatures: { admitted: 0, alreadySigned: 20 } });
      expect(await bench.hub.rowCounts()).toEqual(stored);
    }
  });

  test('is shown by what it printed, with chapters of their own', async () => {
    const { printed } = await bench.hub.command(exportStatement, [slug], { format: 'json' });
    const rows = JSON.parse(printed) as { name: string; country: string | null }[];
    const friends = rows.filter(({ name }) => name.startsWith('River Friends'));
    expect(new Set(friends.map(({ name, country }) => `${name} ${country}`))).toEqual(
      new Set([
        'River Friends Australia AU',
        'River Friends International null',
        'River Friends KE',
        'River Friends Uganda UG',
      ]),
    );
  });
});

/** Lines of the file; the third of the institute is the same as the first, and so is what stands in other letters. */
const whatIsNotNew = [
  '10 DOUBTFUL',
  '15 REPEATED 14',
  '18 REPEATED 17',
  '19 REPEATED 17',
  '23 DOUBTFUL',
  '26 DOUBTFUL',
];

describe('six years of a coalition’s members', () => {
  const asked = `query ($asOf: Date!) { coalition(slug: "six-years") { members(first: 50, asOf: $asOf) {
    totalCount edges { node { organisation { name country } } } } } }`;

  async function membersOn(asOf: string): Promise<string[]> {
    const { coalition } = await bench.hub.signedOut().query<{
      coalition: {
        members: {
          totalCount: number;
          edges: { node: { organisation: { name: string; country: string } } }[];
        };
      };
    }>(asked, { asOf });
    const { totalCount, edges } = coalition.members;
    expect(totalCount).toBe(edges.length);
    return edges.map(({ node: { organisation } }) => `${organisation.name} ${organisation.country}`).sort();
  }

  test('are replayed: on every day of change, the day before and between, the members are those of that day', async () => {
    const entered = await bench.import(importOrganisations, sixYears, { coalition: 'six-years' });
    expect(entered).toMatchObject({ rows: 20, doubtful: 0, rejected: 0 });
    for (const [day, names] of members) expect([day, await membersOn(day)]).toEqual([day, names]);
  });

  test('change nothing the second time, and every day holds', async () => {
    const stored = await bench.hub.rowCounts();
    const again = await bench.import(importOrganisations, sixYears, { coalition: 'six-years' });
    expect(again).toMatchObject({ new: 0, registered: 0, renamed: 0, aliases: 0, admitted: 0, ended: 0 });
    expect(await bench.hub.rowCounts()).toEqual(stored);
  });

  test('go on: a later version of the list ends what it says has ended', async () => {
    const later = sixYears.replace('2026-03-09', '2026-05-01,removed,Upstream,Peru\n2026-03-09');
    expect(await bench.import(importOrganisations, later, { coalition: 'six-years' })).toMatchObject({
      admitted: 0,
      ended: 1,
    });
    expect(await membersOn('2026-04-30')).toContain('Upstream PE');
    expect(await membersOn('2026-05-01')).not.toContain('Upstream PE');
    expect(await membersOn('2026-05-01')).toContain('Upstream BO');
  });
});

describe('nine years of an open letter', () => {
  let slug: string;
  const doubtful = () => bench.path('nine-years.csv');

  const organisations = `query ($slug: String!) { statement(slug: $slug) { signatures(first: 50) { edges { node {
    nameAsSigned signedOn organisation { name names { name kind until } } } } } } }`;

  interface Shown {
    readonly nameAsSigned: string;
    readonly signedOn: string;
    readonly organisation: {
      readonly name: string;
      readonly names: readonly {
        readonly name: string;
        readonly kind: string;
        readonly until: string | null;
      }[];
    };
  }

  async function shown(): Promise<Shown[]> {
    const data = await bench.hub.signedOut().query<{
      statement: { signatures: { edges: { node: Shown }[] } };
    }>(organisations, { slug });
    return data.statement.signatures.edges.map(({ node }) => node);
  }

  async function formerNames(name: string): Promise<string[]> {
    const signature = (await shown()).find(({ organisation }) => organisation.name === name);
    const names = signature?.organisation.names ?? [];
    return names
      .filter(({ kind }) => kind === 'FORMER')
      .map((former) => `${former.name} until ${former.until}`);
  }

  test('are rehearsed: renames are told with their reason, and what cannot be decided is asked', async () => {
    slug = (await bench.openStatement('nine-years')).slug;
    const { printed } = await bench.run(importSignatures, await bench.file(nineYears), {
      statement: slug,
      'dry-run': true,
    });
    const told = printed.split('\n').filter((line) => /^(renamed|doubtful)/.test(line));
    expect(told).toEqual(renamesTold);
  });

  test('are entered: later names are the usual ones, former ones keep their day, signatures their print', async () => {
    const { printed } = await bench.run(importSignatures, await bench.file(nineYears), {
      statement: slug,
      doubtful: doubtful(),
    });
    expect(printed).toContain('Registered 7 organisations, renamed 3');
    expect(await formerNames('Free Rivers Barcelona')).toEqual(['Free Rivers Bacelona until 2018-03-09']);
    expect(await formerNames('KSE e.V.')).toEqual(['K Stream Environment until 2020-07-02']);
    expect(await formerNames('Open Source Rivers Alliance')).toEqual([
      'Open Software Rivers Alliance until 2023-02-03',
    ]);
    const prints = (await shown()).map(({ nameAsSigned, signedOn }) => `${signedOn} ${nameAsSigned}`);
    expect(prints).toHaveLength(5);
    expect(new Set(prints)).toEqual(
      new Set([
        '2017-09-07 K Stream Environment',
        '2017-09-07 Open Software Rivers Alliance',
        '2017-09-07 openstreams',
        '2018-03-08 Free Rivers Bacelona',
        '2026-05-06 Decided Streams',
      ]),
    );
  });

  test('are completed by what a person decides about a rename', async () => {
    const undecided = await readFile(doubtful(), 'utf8');
    const decision = 'renamed ayuntamiento-de-villa-lago: Ayuntamiento de Villa Lago';
    const decided = undecided.replace(
      ',City Council of Villa Lago,',
      `${decision},City Council of Villa Lago,`,
    );
    const entered = await bench.import(importSignatures, decided, { statement: slug });
    expect(entered).toMatchObject({ renamed: 1, registered: 0, signatures: { admitted: 1 } });
    expect(await formerNames('City Council of Villa Lago')).toEqual([
      'Ayuntamiento de Villa Lago until 2021-05-11',
    ]);
    const stored = await bench.hub.rowCounts();
    const again = await bench.import(importSignatures, nineYears, { statement: slug });
    expect(again).toMatchObject({
      renamed: 0,
      doubtful: 0,
      registered: 0,
      signatures: { admitted: 0, alreadySigned: 6 },
    });
    expect(await bench.hub.rowCounts()).toEqual(stored);
  });
});

const renamesTold = [
  'renamed   line 11: Free Rivers Barcelona – the same as line 10. "Free Rivers Bacelona" was removed on the same day. The names are the same but for what could be a typing error or another spelling.',
  'renamed   line 13: KSE e.V. – the same as line 4. The list says that it was called "K Stream Environment".',
  'doubtful  line 15: City Council of Villa Lago – "Ayuntamiento de Villa Lago" was removed on the same day: this could be its new name. Could be: line 7.',
  'renamed   line 17: Open Source Rivers Alliance – the same as line 5. The list says that it was called "Open Software Rivers Alliance".',
];
