import { describe, expect, test } from '@jest/globals';
import { printedNames } from '../../src/imports/planning/printed-names.js';

const read = (text: string) => {
  const { name, formerly, aka, unclear } = printedNames(text);
  expect(unclear).toBeNull();
  return [name, ...formerly.map((other) => `< ${other}`), ...aka.map((other) => `= ${other}`)];
};

describe('a cell that tells a former name', () => {
  test.each([
    ['Sound Desk (formerly Sound Desktop)', 'Sound Desk', 'Sound Desktop'],
    ['Sound Desk (SD) (Formerly known as: Sound Desktop (SDT))', 'Sound Desk (SD)', 'Sound Desktop (SDT)'],
    ['Sound Desk, formerly Sound Desktop', 'Sound Desk', 'Sound Desktop'],
    ['Sound Desk – previously "Sound Desktop"', 'Sound Desk', 'Sound Desktop'],
    ['Sound Desk [renamed from Sound Desktop]', 'Sound Desk', 'Sound Desktop'],
    ['Centre for Sound (formerly Peace Now)', 'Centre for Sound', 'Peace Now'],
    ['Réseau du Lac (anciennement Comité du Lac)', 'Réseau du Lac', 'Comité du Lac'],
    ['Réseau du Lac (anciennement appelé le Comité du Lac)', 'Réseau du Lac', 'le Comité du Lac'],
    ['Red del Lago, anteriormente Comité del Lago', 'Red del Lago', 'Comité del Lago'],
    ['Sound Desktop, now known as Sound Desk', 'Sound Desk', 'Sound Desktop'],
    ['Comité du Lac (désormais Réseau du Lac)', 'Réseau du Lac', 'Comité du Lac'],
  ])('%s', (text, name, former) => {
    expect(read(text)).toEqual([name, `< ${former}`]);
  });

  test.each([
    ['Sound Desk (also known as Desk of Sounds)', 'Sound Desk', 'Desk of Sounds'],
    ['Red del Lago (también conocida como Los Laguistas)', 'Red del Lago', 'Los Laguistas'],
  ])('or another one: %s', (text, name, other) => {
    expect(read(text)).toEqual([name, `= ${other}`]);
  });

  test.each([
    'Centre for Formerly Incarcerated Women',
    'Alliance of Former Prisoners (AFP)',
    'National Organization for Women (NOW)',
    'Peace Now',
    'Peace (Now More Than Ever)',
    'Renamed Rivers Trust',
    'Ex-Combatants Forum',
    'Lake Watch (EX)',
    'Alias Theatre (Kenya)',
  ])('is not seen where there is none: %s', (text) => {
    expect(read(text)).toEqual([text]);
  });

  test.each([
    'Sound Desk (formerly part of the Lake Forum)',
    'Sound Desk (formerly)',
    'Sound Desk (formerly Sound Desk',
    'Women of the Lake, formerly incarcerated',
    'Sound Desk (formerly Sound Desktop), now Sound Board',
    'Sound Desk (ex-Sound Desktop) (aka Desk of Sounds)',
  ])('is for a person to look at where it is not clear: %s', (text) => {
    expect(printedNames(text)).toEqual({
      ...{ name: text, formerly: [], aka: [] },
      ...{ unclear: text, perhaps: null },
    });
  });

  test.each([
    ['Sound Desk (ex-Sound Desktop)', 'Sound Desk', 'Sound Desktop'],
    ['Sound Desk (ex Sound Desktop)', 'Sound Desk', 'Sound Desktop'],
    ['Sound Desk (ex-Sound Desktop), Nairobi', 'Sound Desk, Nairobi', 'Sound Desktop'],
    ['Sound Desk (formerly Sound Desktop), Nairobi', 'Sound Desk, Nairobi', 'Sound Desktop'],
    ['Sound Desk, ex-Sound Desktop', 'Sound Desk', 'Sound Desktop'],
    ['Sound Desk (fka Sound Desktop)', 'Sound Desk', 'Sound Desktop'],
    ['Red del Lago (antes Comité del Lago)', 'Red del Lago', 'Comité del Lago'],
    ['Sound Desktop (now Sound Desk)', 'Sound Desk', 'Sound Desktop'],
    ['Comité del Lago (ahora Red del Lago)', 'Red del Lago', 'Comité del Lago'],
    ['Women of the Lake – ex-Lakeland', 'Women of the Lake', 'Lakeland'],
    ['Youth (ex-Rowers) Forum', 'Youth Forum', 'Rowers'],
    ['Lake Desk (formerly Lake Forum, now Lake Guard)', 'Lake Desk', 'Lake Forum, now Lake Guard'],
  ])('is only perhaps one where the words could be names: %s', (text, name, former) => {
    expect(printedNames(text)).toEqual({
      ...{ name: text, formerly: [], aka: [], unclear: text },
      perhaps: { name, formerly: [former], aka: [] },
    });
  });

  test('or another one, perhaps', () => {
    expect(printedNames('Sound Desk (aka Desk of Sounds)')).toMatchObject({
      name: 'Sound Desk (aka Desk of Sounds)',
      perhaps: { name: 'Sound Desk', formerly: [], aka: ['Desk of Sounds'] },
    });
  });
});
