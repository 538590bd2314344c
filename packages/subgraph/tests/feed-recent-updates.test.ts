import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RecentUpdates } from '../src/feed/recent-updates.js';

describe('recent updates', () => {
  it('hold the newest without a gap, and no more than they may', () => {
    const gaps = fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 5 }), { maxLength: 20 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 6 }), (batches, kept) => {
        const recent = new RecentUpdates<{ sequence: number }>(10, kept);
        const all: number[] = [];
        let sequence = 10;
        for (const batch of batches) {
          const added = batch.map((gap) => {
            sequence += gap;
            return sequence;
          });
          all.push(...added);
          recent.add(added.map((each) => ({ sequence: each })));
        }
        expect(recent.end).toBe(sequence);
        expect(all.filter((each) => each > recent.floor)).toEqual(all.slice(-kept));
        for (let place = recent.floor; place <= sequence; place += 1) {
          expect(recent.next(place)?.sequence).toBe(all.find((each) => each > place));
        }
      }),
    );
  });
});
