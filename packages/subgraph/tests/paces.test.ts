import { Paces } from '@coalition-hub/subgraph';
import { expect, test } from '@jest/globals';

let seconds = 0;
const paces = new Paces({ now: () => new Date(seconds * 1_000) });
const pace = { most: 3, everySeconds: 10 };
const times = (count: number, name: string) => Array.from({ length: count }, () => paces.take(name, pace));

test('so many at once, and then one every so many seconds', () => {
  expect(times(5, 'ana')).toEqual([0, 0, 0, 10, 10]);
  seconds += 4;
  expect(times(1, 'ana')).toEqual([6]);
  seconds += 6;
  expect(times(2, 'ana')).toEqual([0, 10]);
  seconds += 3_600;
  expect(times(4, 'ana')).toEqual([0, 0, 0, 10]);
});

test('what came to nothing is given back', () => {
  expect(times(4, 'eva')).toEqual([0, 0, 0, 10]);
  paces.giveBack('eva');
  expect(times(2, 'eva')).toEqual([0, 10]);
});

test('another name is another matter, and a clock that goes back takes nothing away', () => {
  expect(times(3, 'ben')).toEqual([0, 0, 0]);
  seconds -= 100;
  expect(times(1, 'ben')).toEqual([10]);
});

test('very many names do not fill the memory', () => {
  expect(times(4, 'first')).toEqual([0, 0, 0, 10]);
  for (let name = 0; name < 60_000; name += 1) paces.take(`name ${name}`, pace);
  expect(times(1, 'first')).toEqual([0]);
});
