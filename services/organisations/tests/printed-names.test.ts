import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keyedName } from '../src/matching/keyed-name.js';
import { nameOfSearchKeys, searchKeysOf } from '../src/matching/search-keys.js';

const identity = (name: string) => keyedName(name).identity;

describe('the same name, printed differently', () => {
  it.each([
    ['Elm & Oak', 'Elm and Oak'],
    ['Elm y Oak', 'Elm & Oak'],
    ['Olmo et Quercia', 'Olmo und Quercia'],
    ["Weavers' Union", 'Weavers’ Union'],
    ["Peoples' Fair", 'Peoples Fair'],
    ['Society of St. Olga', 'Society of St Olga'],
    ['The Elm Society', 'Elm Society'],
    ['ÉLAN Círculo', 'elan circulo'],
    ['Elm-Oak Society', 'Elm Oak  Society'],
    ['Elm Society Kenya', 'Elm Society (Kenya)'],
    ['Elm Society - Kenya', 'Elm Society, Kenya'],
    ['Elm Society Norvège', 'Elm Society Norway'],
    ['Elm Oak Society (EOS)', 'Elm Oak Society'],
    ['EOS (Elm Oak Society)', 'Elm Oak Society, EOS'],
    ['Elm Oak Society ( EOS-Uganda )', 'Elm Oak Society (EOS)-Uganda'],
    ['ＥＬＭ Society', 'Elm Society'],
    ['Straße der Linden', 'Strasse der Linden'],
    ['أصوات', 'اصوات'],
  ])('is one: %s, %s', (one, other) => {
    expect(identity(one)).toBe(identity(other));
  });
});

describe('names that are not the same', () => {
  it.each([
    ['Elm Society Kenya', 'Elm Society Uganda'],
    ['Elm Society Kenya', 'Elm Society'],
    ['Elm Union (Teachers)', 'Elm Union (Nurses)'],
    ['Elm Union (Teachers)', 'Elm Union'],
    ['Elm Union (XYZ)', 'Elm Union'],
    ['Group of 12', 'Group of 13'],
    ['Elm of the North', 'Elm for the North'],
    ['!!!', '???'],
    ['Kenya', 'Uganda'],
  ])('are two: %s, %s', (one, other) => {
    expect(identity(one)).not.toBe(identity(other));
  });
});

it.each([
  ['behind a dash', 'Ethnic Society for Consumer Protection - ETHNISCOP', 'ethniscop'],
  ['in front', 'CIN. Confederación Intersindical Norte', 'cin'],
  ['with small letters', 'My Women’s Action on Toxic Coal & Harm (MyWATCH)', 'mywatch'],
  ['with dots', 'Union des Conteurs du Fleuve (U.C.F.)', 'ucf'],
  ['before a country', 'SATI Uganda', 'sati'],
  ['several', 'IUF/UITA/IUL', 'uita'],
])('an acronym is recognised: %s', (_how, name, acronym) => {
  expect(keyedName(name).acronyms).toContain(acronym);
});

describe('whatever somebody prints', () => {
  const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '(',
      ')',
      ' - ',
      '/',
      'ABC',
      'Kenya',
      '&',
      '。',
      '\u0000',
      '\uD800',
      'مركز',
      '正义',
      "l'",
    ),
  );
  const printed = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

  it(`has keys without blanks, from which the name as it is compared comes back (seed ${seed})`, () => {
    fc.assert(
      fc.property(printed, (name) => {
        const keyed = keyedName(name);
        const keys = searchKeysOf(keyed);
        expect(keys.filter((key) => /\s|\p{C}/u.test(key))).toEqual([]);
        expect(nameOfSearchKeys(keyed.identity, keyed.latin, keys)).toEqual(keyed);
      }),
      { seed, numRuns: 500 },
    );
  });
});
