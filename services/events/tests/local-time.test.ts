import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { instantsOf, wallTime } from '../src/deadlines/local-time.js';
import { timezoneNamed } from '../src/deadlines/timezone.js';

const instants = (text: string, zone: string) =>
  instantsOf(wallTime(text) ?? Number.NaN, zone).map((at) => at.toISOString().slice(0, 16));

describe('a local time means', () => {
  test.each([
    ['2022-08-29T18:00', 'Europe/Zurich', '2022-08-29T16:00'],
    ['2022-01-29T18:00', 'Europe/Zurich', '2022-01-29T17:00'],
    ['2022-10-20T09:30', 'Africa/Banjul', '2022-10-20T09:30'],
    ['2013-10-03T23:59', 'America/New_York', '2013-10-04T03:59'],
    ['2022-06-01T12:00', 'Asia/Kathmandu', '2022-06-01T06:15'],
    ['2022-06-01T00:00', 'Pacific/Kiritimati', '2022-05-31T10:00'],
    ['2022-06-01T23:59', 'Etc/GMT+12', '2022-06-02T11:59'],
    ['2022-06-01T12:00', 'UTC', '2022-06-01T12:00'],
  ])('%s in %s: %s UTC', (text, zone, expected) => {
    expect(instants(text, zone)).toEqual([expected]);
  });

  test.each([
    ['an hour that clocks go over', '2022-03-27T02:30', 'Europe/Zurich'],
    ['its first minute', '2022-03-27T02:00', 'Europe/Zurich'],
    ['half an hour, on Lord Howe Island', '2022-10-02T02:15', 'Australia/Lord_Howe'],
    ['a whole day, in Samoa', '2011-12-30T12:00', 'Pacific/Apia'],
  ])('nothing for %s', (_what, text, zone) => {
    expect(instants(text, zone)).toEqual([]);
  });

  test('two instants for an hour that comes twice, the earlier first', () => {
    expect(instants('2022-10-30T02:30', 'Europe/Zurich')).toEqual(['2022-10-30T00:30', '2022-10-30T01:30']);
    expect(instants('2022-11-06T01:00', 'America/New_York')).toEqual([
      '2022-11-06T05:00',
      '2022-11-06T06:00',
    ]);
    expect(instants('2022-10-30T03:00', 'Europe/Zurich')).toEqual(['2022-10-30T02:00']);
  });
});

test('what clocks show at any instant, in any timezone, means that instant', () => {
  const seed = Number(process.env['SEED'] ?? 20_261_121);
  console.info(`seed ${seed}`);
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
  const minutes = fc.integer({ min: Date.UTC(1970, 0) / 60_000, max: Date.UTC(2037, 0) / 60_000 });
  fc.assert(
    fc.property(minutes, zones, (minute, timeZone) => {
      const at = new Date(minute * 60_000);
      // Liberia was 44 minutes and 30 seconds late until 1972: no whole minute of its clocks is one of UTC's.
      fc.pre(timeZone !== 'Africa/Monrovia');
      const shown = at.toLocaleString('sv-SE', { timeZone, hourCycle: 'h23' }).slice(0, 16).replace(' ', 'T');
      expect(instantsOf(wallTime(shown) ?? Number.NaN, timeZone)).toContainEqual(at);
    }),
    { seed, numRuns: 500 },
  );
});

test.each([
  '2022-02-30T12:00',
  '2022-08-29T24:00',
  '2022-08-29T12:60',
  '2022-08-29',
  '2022-08-29T12:00Z',
  '',
  '1899-12-31T23:59',
  '12022-08-29T12:00',
])('"%s" is no local time', (text) => {
  expect(wallTime(text)).toBeNull();
});

test.each([
  ['Europe/Zurich', 'Europe/Zurich'],
  ['europe/zurich', 'Europe/Zurich'],
  ['AMERICA/PORT_OF_SPAIN', 'America/Port_of_Spain'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  ['UTC', 'UTC'],
  ['+02:00', null],
  ['CEST', null],
  ['Europe/Gotham', null],
  ['', null],
  ['../../etc/localtime', null],
  ['Europe/Zurich\u0000', null],
  ['x'.repeat(1_000_000), null],
])('the timezone %j is %j', (typed, named) => {
  expect(timezoneNamed(typed)).toBe(named);
});
