import { describe, expect, test } from '@jest/globals';
import { readDay } from '../../src/imports/planning/read-day.js';

describe('days in lists', () => {
  test.each([
    ['2021-04-28', '2021-04-28'],
    ['2021/4/8', '2021-04-08'],
    ['28.04.2021', '2021-04-28'],
    ['28/04/2021', '2021-04-28'],
    ['4/28/2021 13:05:10', '2021-04-28'],
    ['05/05/2021', '2021-05-05'],
    ['2021-04-28T10:00:00Z', '2021-04-28'],
    ['', null],
  ])('%s is %s', (text, day) => {
    expect(readDay(text)).toEqual({ day });
  });

  test.each(['04/05/2021', '2021-02-30', '31.04.2021', 'yesterday', '20210428', '0021-04-28', '2021-13-01'])(
    '%s is not clear',
    (text) => {
      expect(readDay(text)).toEqual({ unreadable: text });
    },
  );
});
