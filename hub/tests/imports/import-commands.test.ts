import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportStatement } from '../../src/command-line/export.js';
import { exportMembers } from '../../src/command-line/export-members.js';
import { importOrganisations } from '../../src/command-line/import-organisations.js';
import { importSignatures } from '../../src/command-line/import-signatures.js';
import { whileNothingCommits } from '../whole-hub/held-commands.js';
import { ImportWorkbench } from './import-workbench.js';

let bench: ImportWorkbench;

beforeAll(async () => {
  bench = await ImportWorkbench.start();
}, 120_000);

afterAll(() => bench.stop(), 60_000);

/** Messy as lists are: repeats, an unknown country, chapters, a comment, a formula, a row without a name. */
const messy = `# signatories; as sent around
no;Organización;País
1;Lagos y Ríos (LYR);Rep. Dominicana
2;Lake & River Watch;UK
3;LAKE AND RIVER WATCH;U.K.
4;Lake and Rivre Watch;UK
5;Rivers Alive;Côte d’Ivoire
6;Rivers Alive;Sénégal
7;"=Équité ""pour tous""";international/regional
8;Hilltop Forum;Narnia
9;;Kenya
`;

const today = new Date().toISOString().slice(0, 10);

describe('import-organisations', () => {
  test('a dry run tells of every row and enters nothing', async () => {
    const before = await bench.hub.rowCounts();
    const { printed, said } = await bench.run(importOrganisations, await bench.file(messy), {
      coalition: 'dry',
      'dry-run': true,
    });
    expect(await bench.hub.rowCounts()).toEqual(before);
    expect(said).toContain('Read as utf-8, columns: name, country; not read: "no".');
    expect(printed.split('\n')).toEqual([
      'new       line 3: Lagos y Ríos (LYR) (DO)',
      'new       line 4: Lake & River Watch (GB)',
      'repeated  line 5: LAKE AND RIVER WATCH (GB) – the same as line 4',
      expect.stringMatching(/^doubtful {2}line 6: Lake and Rivre Watch \(GB\) – .*Could be: line 4\.$/),
      'new       line 7: Rivers Alive (CI)',
      'new       line 8: Rivers Alive (SN)',
      'new       line 9: =Équité "pour tous"',
      'doubtful  line 10: Hilltop Forum – "Narnia" is no country that is known.',
      'rejected  line 11: (no name) – The row has no name.',
      '9 rows: 5 new, 1 repeated, 2 doubtful, 1 rejected.',
      'This was a dry run: nothing was entered.',
      'Doubtful rows are left out; --doubtful FILE writes them to a file in which they can be decided.',
      '',
    ]);
  });

  test('enters what is clear, writes down what is doubtful, and the decided file completes it', async () => {
    const values = { coalition: 'rivers', 'coalition-name': 'Rivers of the World' };
    const doubtful = bench.path('doubtful.csv');
    const list = await bench.file(messy);
    const { printed } = await bench.run(importOrganisations, list, { ...values, doubtful });
    expect(printed).toContain('The coalition "rivers" was created. Registered 5 organisations, renamed 0');
    expect(printed).toContain(`Doubtful rows are in ${doubtful}`);
    const undecided = await readFile(doubtful, 'utf8');
    expect(undecided).toContain('lake-and-river-watch: line 4');
    const decided = undecided
      .replace(',Lake and Rivre Watch', 'lake-and-river-watch: line 4,Lake and Rivre Watch')
      .replace(',Hilltop Forum', 'new,Hilltop Forum');
    const second = await bench.import(importOrganisations, decided, values);
    expect(second).toMatchObject({ new: 1, matched: 1, doubtful: 0, registered: 1, aliases: 1, admitted: 1 });
    const again = await bench.hub.rowCounts();
    const third = await bench.import(importOrganisations, decided, values);
    expect(third).toMatchObject({ new: 0, matched: 2, registered: 0, aliases: 0, admitted: 0 });
    const whole = await bench.import(importOrganisations, messy, values);
    expect(whole).toMatchObject({ new: 0, matched: 6, repeated: 2, doubtful: 0, rejected: 1, registered: 0 });
    expect(await bench.hub.rowCounts()).toEqual(again);
  });

  test('doubtful rows are entered as bodies of their own where that is accepted', async () => {
    const result = await bench.import(importOrganisations, 'name,country\nValley Forum,Atlantis\n', {
      coalition: 'valleys',
      'accept-doubtful': true,
    });
    expect(result).toMatchObject({ new: 1, registered: 1, admitted: 1 });
  });

  test('a name in a name is no former name, unless the registry knows it as one', async () => {
    const values = { coalition: 'former' };
    await bench.import(importOrganisations, 'name\nWomen of the Shore\nShore Desktop\n', values);
    const list =
      'name\nWomen of the Shore – ex-Shoreland\nShore Desk (ex-Shore Desktop)\nYouth (ex-Rowers) Forum\n';
    const kinds = async (more = {}) =>
      (await bench.import(importOrganisations, list, { ...values, ...more })).details.map(
        ({ outcome }) => outcome,
      );
    expect(await kinds()).toEqual(['DOUBTFUL', 'RENAMED', 'DOUBTFUL']);
    expect(await kinds({ 'accept-doubtful': true })).toEqual(['NEW', 'MATCHED', 'NEW']);
    expect(await kinds()).toEqual(['MATCHED', 'MATCHED', 'MATCHED']);
  });

  test('an export of members, imported into another coalition, finds every one again', async () => {
    const { printed } = await bench.hub.command(exportMembers, ['rivers'], { 'as-of': today });
    expect(
      printed.startsWith('\ufeffname,country,region,role,joined_on,ended_on,slug,organisation_id\r\n'),
    ).toBe(true);
    expect(printed).toContain('"\'=Équité ""pour tous""",,,MEMBER');
    const result = await bench.import(importOrganisations, printed, { coalition: 'copies' });
    expect(result).toMatchObject({ rows: 6, matched: 6, registered: 0, aliases: 0, admitted: 6 });
    const { printed: copy } = await bench.hub.command(exportMembers, ['copies'], { 'as-of': today });
    expect(new Set(copy.split('\r\n'))).toEqual(new Set(printed.split('\r\n')));
  });

  test('Namibia comes back from an export, and is asked for where it could be "not available"', async () => {
    const list = 'name,country\nDune Watch,Namibia\n';
    await bench.import(importOrganisations, list, { coalition: 'dunes' });
    const { printed } = await bench.hub.command(exportMembers, ['dunes'], { 'as-of': today });
    expect(printed).toContain('Dune Watch,NA,');
    const copied = await bench.import(importOrganisations, printed, { coalition: 'dunes-too' });
    expect(copied).toMatchObject({ matched: 1, doubtful: 0, registered: 0, admitted: 1 });
    const before = await bench.hub.rowCounts();
    const decided = await bench.import(
      importOrganisations,
      'decision,name,country\nnew,Desert Forum,NA\n,Dunes Watch,Namibia\n',
      { coalition: 'dunes', doubtful: bench.path('dunes.csv') },
    );
    expect(decided).toMatchObject({ doubtful: 2, registered: 0, admitted: 0 });
    expect(decided.details[0]).toMatchObject({ reason: expect.stringContaining('could be Namibia or "not') });
    expect(await readFile(bench.path('dunes.csv'), 'utf8')).toContain(',Dunes Watch,Namibia,');
    expect(await bench.hub.rowCounts()).toEqual(before);
  });

  test('members of a day are those of that day', async () => {
    await bench.import(importOrganisations, 'name,joined\nOld Friends,2020-05-01\nNew Friends,2024-05-01\n', {
      coalition: 'friends',
    });
    const names = async (asOf: string) => {
      const values = { 'as-of': asOf, format: 'json' };
      const { printed } = await bench.hub.command(exportMembers, ['friends'], values);
      return (JSON.parse(printed) as { name: string }[]).map(({ name }) => name);
    };
    expect(await names('2019-12-31')).toEqual([]);
    expect(await names('2020-05-01')).toEqual(['Old Friends']);
    expect(await names('2024-05-01')).toEqual(['New Friends', 'Old Friends']);
  });
});

describe('import-signatures', () => {
  test('enters a list as reported; the same list again changes nothing; the export comes back', async () => {
    const { slug } = await bench.openStatement('reported');
    const list = `name,country,capacity,date
Lake & River Watch,UK,,2021-04-28
Lake and River Watch (LRW),UK,,2021-04-28
Unheard Of,Kenya,,28.04.2021
Ada Example,,Special Rapporteur,
`;
    const dry = await bench.import(importSignatures, list, { statement: slug, 'dry-run': true });
    expect(dry).toMatchObject({ new: 1, matched: 1, repeated: 1, people: 1, signatures: { admitted: 2 } });
    const first = await bench.import(importSignatures, list, { statement: slug });
    expect(first).toMatchObject({ registered: 1, signatures: { admitted: 3, alreadySigned: 0 } });
    const stored = await bench.hub.rowCounts();
    const second = await bench.import(importSignatures, list, { statement: slug });
    expect(second).toMatchObject({ registered: 0, signatures: { admitted: 0, alreadySigned: 3 } });
    const { printed } = await bench.hub.command(exportStatement, [slug], { format: 'csv' });
    const third = await bench.import(importSignatures, printed, { statement: slug });
    expect(third).toMatchObject({ rows: 3, rejected: 0, signatures: { admitted: 0, alreadySigned: 3 } });
    expect(await bench.hub.rowCounts()).toEqual(stored);
    expect(printed.split('\r\n').slice(1, 4)).toEqual([
      expect.stringMatching(
        /^Ada Example,,Special Rapporteur,\d{4}-\d\d-\d\d,false,SIGNED,REPORTED_BY_COORDINATOR,,/,
      ),
      expect.stringMatching(/^Lake & River Watch,GB,,2021-04-28,false,SIGNED,REPORTED_BY_COORDINATOR,/),
      expect.stringMatching(/^Unheard Of,KE,,2021-04-28,/),
    ]);
  });

  test('one that is closed between organisations and signatures says what was registered, and can be repeated', async () => {
    await bench.import(importOrganisations, 'name\nHalfway House\n', { coalition: 'halfway' });
    const { slug, statementId, digest, coordinator } = await bench.openStatement('halfway-letter');
    const list = await bench.file('name\nHalfway Home (formerly Halfway House)\nHalfway There\n');
    const values = { statement: slug };
    const url = await bench.hub.databaseUrl('organisations');
    const { importing } = await whileNothingCommits(url, async ({ aboutToCommit }) => {
      const begun = bench.run(importSignatures, list, values).catch((error: unknown) => error);
      await aboutToCommit();
      await coordinator.succeed('closeForSignature', { statementId });
      return { importing: begun };
    });
    expect(await importing).toMatchObject({
      message: expect.stringMatching(
        /^Nothing can be signed: .* 1 organisation was registered and 1 renamed before that, and stay so; the same import again completes it\.$/,
      ),
    });
    await coordinator.succeed('openForSignature', {
      ...{ statementId, revisionDigest: digest },
      closesAt: new Date(Date.now() + 3_600_000).toISOString(),
    });
    const { printed } = await bench.run(importSignatures, list, values);
    expect(printed).toContain('Registered 0 organisations, renamed 0');
    expect(printed).toContain('Entered 2 signatures');
  });

  test('a statement that is not open registers nobody', async () => {
    const before = await bench.hub.rowCounts();
    const list = await bench.file('name\nNobody At All\n');
    await expect(bench.run(importSignatures, list, { statement: 'gone' })).rejects.toThrow(
      'There is no statement "gone".',
    );
    expect(await bench.hub.rowCounts()).toEqual(before);
  });

  test('a date in the future is rejected before anything is entered', async () => {
    const { slug } = await bench.openStatement('future');
    const result = await bench.import(importSignatures, 'name,date\nFar Ahead,2999-01-01\n', {
      statement: slug,
    });
    expect(result).toMatchObject({ rejected: 1, registered: 0, signatures: { admitted: 0 } });
  });
});

describe('what cannot be imported is refused, and nothing is stored', () => {
  test.each([
    ['an image', Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'), 'it is an image'],
    ['an empty file', '', 'it is empty'],
    ['ten thousand columns', `${'a,'.repeat(9_999)}a\n`, 'has 10000 columns'],
    ['an unclosed quote', 'name\nLake\n"Sea\n', 'on line 3'],
  ])('%s', async (_, content, reason) => {
    const before = await bench.hub.rowCounts();
    const list = await bench.file(content);
    await expect(bench.run(importOrganisations, list, { coalition: 'bad' })).rejects.toThrow(reason);
    expect(await bench.hub.rowCounts()).toEqual(before);
  });

  test('a file of doubtful rows that exists, since decisions may be in it', async () => {
    const doubtful = bench.path('precious.csv');
    await writeFile(doubtful, 'decisions');
    const list = await bench.file('name\nNever Entered\n');
    const before = await bench.hub.rowCounts();
    await expect(bench.run(importOrganisations, list, { coalition: 'bad', doubtful })).rejects.toThrow(
      'exists already',
    );
    expect(await readFile(doubtful, 'utf8')).toBe('decisions');
    expect(await bench.hub.rowCounts()).toEqual(before);
  });

  test.each([
    ['no coalition', importOrganisations, {}, '--coalition must be given'],
    [
      'a coalition whose slug is none',
      importOrganisations,
      { coalition: 'No Slug' },
      '--coalition must be a slug',
    ],
    [
      'an unknown encoding',
      importOrganisations,
      { coalition: 'x', encoding: 'klingon' },
      '--encoding cannot be',
    ],
    [
      'an unknown column',
      importOrganisations,
      { coalition: 'x', column: ['colour=1'] },
      '--column must look like',
    ],
    ['no statement', importSignatures, {}, '--statement must be given'],
    ['an unknown format', exportStatement, { format: 'xls' }, '--format must be one of'],
    ['no day', exportMembers, {}, '--as-of must be given'],
    ['a day that does not exist', exportMembers, { 'as-of': '2021-02-30' }, '--as-of must be a day'],
  ])('%s', async (_, command, values, reason) => {
    await expect(bench.run(command, 'x', values)).rejects.toThrow(reason);
  });

  test.each([
    ['in a folder that is not there', 'nowhere/doubtful.csv', 'there is no such folder'],
    ['below a file', 'a-file/doubtful.csv', 'part of its path is a file'],
  ])('a file of doubtful rows %s', async (_, name, reason) => {
    await writeFile(bench.path('a-file'), '');
    const [doubtful, list] = [bench.path(name), await bench.file('name\nNever Entered\n')];
    const before = await bench.hub.rowCounts();
    await expect(bench.run(importOrganisations, list, { coalition: 'bad', doubtful })).rejects.toThrow(
      `${doubtful} cannot be written: ${reason}.`,
    );
    expect(await bench.hub.rowCounts()).toEqual(before);
  });

  test('a list of a delivery that was not made is empty, and that is told', async () => {
    const { slug } = await bench.openStatement('undelivered');
    const delivered = await bench.hub.command(exportStatement, [slug], { list: 'at-delivery' });
    expect(delivered.printed.split('\r\n')).toHaveLength(2);
    expect(delivered.said).toContain(`"${slug}" was not delivered yet`);
    expect((await bench.hub.command(exportStatement, [slug], {})).said).toBe('');
  });

  test('an export of what does not exist', async () => {
    await expect(bench.run(exportStatement, 'gone', {})).rejects.toThrow('There is no statement "gone".');
    await expect(bench.run(exportMembers, 'gone', { 'as-of': today })).rejects.toThrow(
      'There is no coalition "gone".',
    );
  });
});
