import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinStays, type Stay } from '../src/merging/join-stays.js';

const lastDay = 60;
const day = (number: number) => new Date(Date.UTC(2024, 0, number)).toISOString().slice(0, 10);

/** Stays in two places that share no day, as a table with the exclusion constraint holds them. */
function staysOf(owner: string, lengths: readonly (readonly [number, number])[], place: string): Stay[] {
  let next = 1;
  return lengths.map(([gap, length], index) => {
    const since = next + gap;
    next = since + length + 1;
    return { id: `${owner} ${place} ${index}`, place, since: day(since), until: day(since + length) };
  });
}

const lengths = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 9 })), {
  maxLength: 5,
});

/** Days on which somebody was there, as text. */
function daysOf(stays: readonly Stay[]): string[] {
  const all = Array.from({ length: lastDay * 3 }, (_, index) => day(index));
  return all.flatMap((on) => [
    ...new Set(
      stays
        .filter(({ since, until }) => since <= on && (until === null || until >= on))
        .map(({ place }) => `${place} ${on}`),
    ),
  ]);
}

function outcome(kept: readonly Stay[], merged: readonly Stay[]): Stay[] {
  const { moved, prolonged, dropped } = joinStays(kept, merged);
  return [...kept, ...merged.filter(({ id }) => moved.includes(id))]
    .filter(({ id }) => !dropped.includes(id))
    .map((stay) => prolonged.find(({ id }) => id === stay.id) ?? stay);
}

describe('joining the stays of two organisations', () => {
  const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);

  it(`keeps every day, once, and never two stays on one day (seed ${seed})`, () => {
    fc.assert(
      fc.property(lengths, lengths, lengths, lengths, (one, two, three, four) => {
        const kept = [...staysOf('kept', one, 'A'), ...staysOf('kept', two, 'B')];
        const merged = [...staysOf('merged', three, 'A'), ...staysOf('merged', four, 'B')];
        const joined = outcome(kept, merged);
        expect(new Set(daysOf(joined))).toEqual(new Set(daysOf([...kept, ...merged])));
        for (const stay of joined) {
          const others = joined.filter(({ id, place }) => id !== stay.id && place === stay.place);
          expect(
            others.filter(({ since, until }) => since <= (stay.until ?? '9') && (until ?? '9') >= stay.since),
          ).toEqual([]);
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('moves what touches nothing, as it is', () => {
    const merged = [{ id: 'm', place: 'A', since: '2024-02-01', until: null }];
    expect(joinStays([{ id: 'k', place: 'A', since: '2024-01-01', until: '2024-01-31' }], merged)).toEqual({
      moved: ['m'],
      prolonged: [],
      dropped: [],
    });
  });

  it('has no end where one of them has none', () => {
    const kept = [{ id: 'k', place: 'A', since: '2024-01-01', until: '2024-01-31' }];
    const merged = [{ id: 'm', place: 'A', since: '2024-01-31', until: null }];
    expect(joinStays(kept, merged)).toEqual({
      moved: [],
      prolonged: [{ id: 'k', place: 'A', since: '2024-01-01', until: null }],
      dropped: ['m'],
    });
  });
});
