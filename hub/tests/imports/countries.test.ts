import { describe, expect, test } from '@jest/globals';
import { countries } from 'countries-list';
import { hasCodes } from '../../src/imports/countries/has-codes.js';
import { readCountry } from '../../src/imports/countries/read-country.js';
import { read as readTable } from './read-text.js';

const read = (text: string) => {
  const reading = readCountry(text);
  return 'country' in reading ? reading.country : 'none' in reading ? 'none' : 'unknown';
};

describe('countries are read as lists print them', () => {
  test.each([
    ['UK', 'GB'],
    ['U.S.A.', 'US'],
    ['usa', 'US'],
    ['ke', 'KE'],
    ['KEN', 'KE'],
    ['Côte d’Ivoire', 'CI'],
    ["Cote d'Ivoire", 'CI'],
    ['Rep. Dominicana', 'DO'],
    ['Dominican Rep.', 'DO'],
    ['Korea, Republic of', 'KR'],
    ["Korea, Dem. People's Rep.", 'KP'],
    ['Congo, Dem. Rep.', 'CD'],
    ['RD Congo', 'CD'],
    ['Congo', 'CG'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['Venezuela (Bolivarian Republic of)', 'VE'],
    ['United Republic of Tanzania', 'TZ'],
    ['Islas Salomón', 'SB'],
    ['Trinidad & Tobago', 'TT'],
    ['Guinée', 'GN'],
    ['Guinea Ecuatorial', 'GQ'],
    ['Guinea-Bissau', 'GW'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Deutschland', 'DE'],
    ['Türkiye', 'TR'],
    ['Россия', 'RU'],
    ['日本', 'JP'],
    ['المغرب', 'MA'],
    ['South Africa', 'ZA'],
    ['Kosovo', 'XK'],
    ['Republic of China', 'TW'],
    ['Nairobi, Kenya', 'KE'],
    ['Kenya (Nairobi)', 'KE'],
    ['Northern Ireland', 'GB'],
  ])('%s is %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  test.each([
    '',
    '-',
    '—',
    '?',
    'n/a',
    'N.A.',
    'international/regional',
    'Global',
    'Latin America & the Caribbean',
    'Europe',
    'North America',
    'Asia-Pacific',
    'Regional (África)',
  ])('"%s" is none', (text) => {
    expect(read(text)).toBe('none');
  });

  test.each([
    'Narnia',
    'Geneva',
    'NA',
    'Kenya, Uganda',
    'Palestine/Israel',
    'Georgia (USA)',
    'Atlanta, Georgia, USA',
    '12',
    'Kingdom',
    'Republic',
    'x'.repeat(500),
  ])('"%s" is for a person to look at', (text) => {
    expect(read(text)).toBe('unknown');
  });

  test('NA is Namibia where an export or codes of two letters say so, and nowhere else', async () => {
    const namibian = async (text: string) => hasCodes(await readTable(text));
    expect(readCountry('NA', true)).toEqual({ country: 'NA' });
    expect(await namibian('name,country,organisation_id\nDune Watch,NA,\n')).toBe(true);
    expect(await namibian('name,country\nDune Watch,NA\nLake Watch,KE\nSea Watch,global\n')).toBe(true);
    expect(await namibian('name,country\nDune Watch,NA\n')).toBe(false);
    expect(await namibian('name,country\nDune Watch,NA\nLake Watch,Kenya\nSea Watch,IT\n')).toBe(false);
    expect(await namibian('name,country\nDune Watch,NA\nLake Watch,QQ\n')).toBe(false);
    expect(await namibian('decision,name,country\nnew,Dune Watch,NA\nnew,Lake Watch,KE\n')).toBe(false);
  });

  test('every country is known by its names in many languages, and by no other one’s', () => {
    const wrong: string[] = [];
    const codes = Object.keys(countries).filter((code) => code !== 'AC' && code !== 'TA');
    for (const language of [
      'en',
      'fr',
      'es',
      'pt',
      'de',
      'it',
      'nl',
      'pl',
      'tr',
      'ru',
      'ar',
      'sw',
      'hi',
      'zh',
      'ja',
      'ko',
    ]) {
      const names = new Intl.DisplayNames(language, { type: 'region' });
      for (const code of codes) {
        const name = names.of(code) ?? code;
        if (read(name) !== code) wrong.push(`${language} ${name}: ${read(name)} for ${code}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
