import { describe, expect, test } from '@jest/globals';
import { namesIn, read } from './read-text.js';

describe('a list is read as people have it', () => {
  test.each([
    ['commas', 'name,country\nLake Watch,KE\nSea Watch,IT\n'],
    ['semicolons', 'Organisation;Land\nLake Watch;KE\nSea Watch;IT\n'],
    ['tabs', 'Organización\tPaís\nLake Watch\tKE\nSea Watch\tIT\n'],
    ['bars', 'ONG|Pays\nLake Watch|KE\nSea Watch|IT\n'],
    ['Windows line ends', 'name,country\r\nLake Watch,KE\r\nSea Watch,IT\r\n'],
    ['old Macintosh line ends', 'name,country\rLake Watch,KE\rSea Watch,IT\r'],
    ['a line that names the delimiter', 'sep=;\nname;country\nLake Watch;KE\nSea Watch;IT\n'],
    [
      'comments and empty lines',
      '# from, the "meeting\n\nname,country\n\n# more\nLake Watch,KE\nSea Watch,IT',
    ],
    ['titles above the headers', 'Signatories as of April,\n,\nname,country\nLake Watch,KE\nSea Watch,IT\n'],
    ['a title that is a header word', 'Signatories\nname;country\nLake Watch;KE\nSea Watch;IT\n'],
    ['such a title in a row of cells', 'Signatories;;;\n\nname;country;;\nLake Watch;KE;;\nSea Watch;IT;;\n'],
    ['such a title and an empty line', 'Organisations\n\nName,Country,Date\nLake Watch,KE,\nSea Watch,IT,\n'],
    ['such a title beside a date', 'Signatories,2026-11-01\nName,Country\nLake Watch,KE\nSea Watch,IT\n'],
    ['a column of numbers called #', '#,name,country\n1,Lake Watch,KE\n2,Sea Watch,IT\n'],
    ['other columns', 'no,Country,remarks,Name of the organization\n1,KE,,Lake Watch\n2,IT,x,Sea Watch\n'],
    ['no headers', 'Lake Watch,Kenya\nSea Watch,Italy\n'],
    ['no headers, and numbers before', '1;Lake Watch;KE\n2;Sea Watch;IT\n'],
    ['headers in two languages', 'Nom / Name;País / Country\nLake Watch;KE\nSea Watch;IT\n'],
    ['headers in Arabic', 'اسم المنظمة,البلد\nLake Watch,KE\nSea Watch,IT\n'],
    ['blanks around cells', ' name , country \n Lake Watch , KE \n Sea Watch , IT \n'],
  ])('%s', async (_, text) => {
    const rows = await namesIn(text);
    expect(rows.map(([name]) => name)).toEqual(['Lake Watch', 'Sea Watch']);
    expect(rows.map(([, country]) => country?.slice(0, 2).toUpperCase())).toEqual(['KE', 'IT']);
  });

  test('names in quotation marks keep commas, quotation marks and line breaks', async () => {
    const text = 'name,country\n"Women, Law & ""Justice""",KE\n"Sea\nWatch",IT\nThe "Good" Lake,UG\n';
    expect(await namesIn(text)).toEqual([
      ['Women, Law & "Justice"', 'KE'],
      ['Sea\nWatch', 'IT'],
      ['The "Good" Lake', 'UG'],
    ]);
  });

  test('a list of names only, one on each line, keeps their commas', async () => {
    const text = 'Organisation\nWomen, Law and Justice\nLakes; Rivers; Seas\nSea Watch\n';
    expect(await namesIn(text)).toEqual([
      ['Women, Law and Justice', ''],
      ['Lakes; Rivers; Seas', ''],
      ['Sea Watch', ''],
    ]);
  });

  test('letters of any size come through, wherever they stand in a long list', async () => {
    const names = Array.from({ length: 30_000 }, (_, index) => `${'x'.repeat(index % 7)}𝔏ake 水 ${index}`);
    expect(await namesIn(`name\n${names.join('\n')}\n`)).toEqual(names.map((name) => [name, '']));
  });

  test('rows know the line they begin on', async () => {
    const { rows } = await read('# x\nname,country\n"Sea\nWatch",IT\n\n# y\nLake Watch,KE\n');
    expect(rows.map(({ line }) => line)).toEqual([3, 7]);
  });

  test('the column of organisations wins over that of the people who filled in the form', async () => {
    const { rows, unreadColumns } = await read('Name,Email,Organization\nAda,a@b.example,Lake Watch\n');
    expect(rows[0]?.cells.name).toBe('Lake Watch');
    expect(unreadColumns).toEqual(['Name', 'Email']);
  });

  test('below a title, every column of the headers is read', async () => {
    const { rows, columns } = await read(
      'Signatories\nOrganización;País;Fecha de firma;Cargo\nRiver Watch;Deutschland;2026-11-01;\n',
    );
    expect(columns).toEqual(['name', 'country', 'capacity', 'signed']);
    const cells = { name: 'River Watch', country: 'Deutschland', signed: '2026-11-01', capacity: '' };
    expect(rows).toEqual([{ line: 3, cells }]);
  });

  test('words of headers in a row do not make headers of it', async () => {
    const { rows } = await read(
      'Organisation,Type,Status\nLake Watch,Network,Signed\nSea Watch,Group,Signed\n',
    );
    expect(rows.map(({ cells }) => cells.name)).toEqual(['Lake Watch', 'Sea Watch']);
  });

  test('the position of a contact is no capacity', async () => {
    for (const contact of ['Nombre', 'Persona de contacto', 'Correo electrónico']) {
      const { columns } = await read(`Organización;${contact};Cargo\nLake Watch;x;Directora\n`);
      expect(columns).toEqual(['name']);
    }
    const { columns } = await read('Nombre;Cargo\nAda Example;Relatora\n');
    expect(columns).toEqual(['name', 'capacity']);
  });

  test('columns can be told by header, accents and capitals aside, or by number', async () => {
    const text = 'Quién firma;Dónde;País\nLake Watch;KE;xx\n';
    expect(await namesIn(text, { name: 'quien firma', country: 'Dónde' })).toEqual([['Lake Watch', 'KE']]);
    expect(await namesIn(text, { name: '1', country: '2' })).toEqual([['Lake Watch', 'KE']]);
    expect(await namesIn(text, { name: '1', country: '-' })).toEqual([['Lake Watch', '']]);
  });

  test('cells of an export are read without the apostrophe that guards them', async () => {
    expect(await namesIn("name,country\n'=Sum of All,KE\n'''-x,\n'Round the lake,\n")).toEqual([
      ['=Sum of All', 'KE'],
      ["''-x", ''],
      ["'Round the lake", ''],
    ]);
  });
});

describe('what cannot be told from a list is asked for', () => {
  test('several columns could be the name', async () => {
    await expect(read('NGO,Network\na,b\n')).rejects.toThrow(
      'Several columns could hold the names of organisations: "NGO", "Network"',
    );
  });

  test('no column could be the name', async () => {
    await expect(read('where,Country\nx,KE\n')).rejects.toThrow('--column name=2 --column country=3');
  });

  test('a column that was told is not there', async () => {
    await expect(read('name,country\nx,KE\n', { name: 'Título' })).rejects.toThrow(
      'The file has no column "Título". It has: 1 = "name", 2 = "country".',
    );
    await expect(read('name,country\nx,KE\n', { name: '7' })).rejects.toThrow('no column "7"');
  });

  test.each([
    ['a semicolon', 'Signatories\nWer;Wo\nLake Watch;KE\n'],
    ['a tab', 'Signatories\nLake Watch\tKE\nSea Watch\tIT\n'],
    ['a comma', 'Organisations\nLake Watch,KE\nSea Watch,IT\nHill Watch,UG\n'],
  ])('a title, and %s in nearly every line below', async (between, text) => {
    await expect(read(text)).rejects.toThrow(`nearly every line has ${between}`);
    expect((await read(text.replace(/^.*\n/, ''), { name: '1' })).rows[0]?.cells.name).not.toMatch(/[,;\t]/);
    const quoted = text.replace(/^(?!Signatories|Organisations)(.+)$/gm, '"$1"');
    expect((await read(quoted)).rows.at(-1)?.cells.name).toMatch(/[,;\t]/);
  });

  test('two texts in each row and no headers', async () => {
    await expect(read('Lake Watch,Ada Example\nSea Watch,Bo Example\n')).rejects.toThrow('Its columns: 1 =');
  });
});

describe('a table that is broken is refused with the line', () => {
  test('a quotation mark that is never closed', async () => {
    await expect(read('name,country\nLake Watch,KE\n"Sea Watch,IT\nx,y\n')).rejects.toThrow(
      'The row that begins on line 3 cannot be read: a quotation mark in it is never closed',
    );
    const long = `name\nLake Watch\n"${'Sea Watch\n'.repeat(20_000)}`;
    await expect(read(long)).rejects.toThrow('begins on line 3 cannot be read');
    const below = '# from\nname,country\n"Sea\nWatch",IT\n\n# more\n"Hill Watch,UG\nx,y\n';
    await expect(read(below)).rejects.toThrow('begins on line 7 cannot be read');
  });

  test('ten thousand columns', async () => {
    await expect(read(`${'a,'.repeat(9_999)}a\n`)).rejects.toThrow('Line 1 has 10000 columns');
  });

  test('nothing but headers, or nothing at all', async () => {
    await expect(read('name,country\n')).rejects.toThrow('it has headers, and no rows below them');
    await expect(read('\n \n')).rejects.toThrow('The list is empty');
  });

  test('a row with more cells than headers is one that a person must look at', async () => {
    const { rows } = await read('name,country\nWomen, Law and Justice,KE\nSea Watch,IT,\n');
    expect(rows.map(({ fault }) => fault === undefined)).toEqual([false, true]);
  });
});
