import { describe, expect, test } from '@jest/globals';
import { type Appearance, staysOf } from '../../src/imports/planning/stays.js';

let line = 0;

function row(
  change: Appearance['change'],
  day: string | null,
  printed = 'Lake Watch',
  printedCountry = '',
): Appearance {
  line += 1;
  return { line, change, day, printed, printedCountry };
}

const joined = (day: string, ...print: string[]) => row('JOINED', day, ...print);
const left = (day: string, ...print: string[]) => row('LEFT', day, ...print);
const days = (...rows: Appearance[]) => staysOf(rows).map(({ joinedOn, endedOn }) => [joinedOn, endedOn]);

describe('when a body was on a list', () => {
  test('of a plain list the first row counts', () => {
    expect(days(row(null, '2020-02-01'), row(null, '2019-01-01'))).toEqual([['2020-02-01', null]]);
  });

  test('it was there last on the day before the one on which it was removed, and may come back', () => {
    expect(days(joined('2020-01-01'), left('2020-03-01'), joined('2021-01-01'))).toEqual([
      ['2020-01-01', '2020-02-29'],
      ['2021-01-01', null],
    ]);
  });

  test.each([
    ['added first', [joined('2021-01-01', 'LAKE WATCH'), left('2021-01-01')]],
    ['removed first', [left('2021-01-01'), joined('2021-01-01', 'LAKE WATCH')]],
    ['in another country', [joined('2021-01-01', 'Lake Watch', 'KE'), left('2021-01-01')]],
  ])('another print in place of the one before changes nothing: %s', (_, changes) => {
    expect(days(joined('2020-01-01'), ...changes)).toEqual([['2020-01-01', null]]);
  });

  test('of what happens to one print within a day, the end of the day counts', () => {
    expect(days(joined('2020-01-01'), left('2020-01-01'))).toEqual([]);
    expect(days(joined('2020-01-01'), left('2021-01-01'), joined('2021-01-01'))).toEqual([
      ['2020-01-01', null],
    ]);
  });

  test('a removal in another spelling takes it off as well', () => {
    expect(days(joined('2020-01-01'), left('2021-01-01', 'lake watch'))).toEqual([
      ['2020-01-01', '2020-12-31'],
    ]);
  });

  test('of what began before the list, the end is known', () => {
    expect(days(left('2021-01-01'), left('2022-01-01'))).toEqual([[null, '2020-12-31']]);
  });
});
