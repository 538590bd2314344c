import { describe, expect, test } from '@jest/globals';
import type { LineSlice } from '../src/scale/measure-line.js';
import { parseScaleOptions } from '../src/scale/scale-options.js';
import { createScaleReport, type ScaleReport } from '../src/scale/scale-report.js';
import { scaleReportText } from '../src/scale/scale-report-text.js';
import { isFlat, missedLimits } from '../src/scale/scale-targets.js';
import type { MemoryFigures } from '../src/scale/watch-memory.js';

const seeded = {
  coalition: 'placeholder-coalition-1',
  organisations: 100,
  statements: 2,
  signatures: 98,
  randomSeed: '1',
  enteredSeconds: 8,
  followedSeconds: 2,
};

const slice = (...ms: number[]): LineSlice => ({
  ms,
  bytes: 1_000 * ms.length,
  cpu: { node: 3, postgres: 1 },
});

function reportOf(decides: 'ratio' | 'p95Ms', sample: LineSlice[], large: LineSlice[]): ScaleReport {
  const line = { name: 'a list', decides, question: () => ({ query: '', variables: {} }) };
  return createScaleReport(parseScaleOptions([]), seeded, [{ line, sample, large }], []);
}

const memory = (...heap: number[]): MemoryFigures => ({
  what: 'signatures',
  marks: heap.map((heapMB, part) => ({ pages: part, entries: 200 * part, heapMB, residentMB: heapMB + 150 })),
});

describe('the report at scale', () => {
  test('compares within each round, so that a busy machine does not count twice', () => {
    const report = reportOf(
      'ratio',
      [slice(2, 2, 3), slice(20, 20, 30)],
      [slice(3, 3, 4), slice(30, 30, 90)],
    );
    expect(report.lines[0]?.ratio).toBe(1.5);
    expect(missedLimits(report)).toEqual([]);
  });

  test('says which line takes more than twice as long', () => {
    const report = reportOf('ratio', [slice(2)], [slice(5)]);
    expect(missedLimits(report)).toEqual([
      '"a list" takes 2.50 times as long as in the sample; at most 2.0 times is required.',
    ]);
    expect(scaleReportText(report)).toMatch(
      /^a list +2\.0 +5\.0 +5\.0 +2\.50 +4\.0 +4\.0 +1\.0 +2\.0 × +MISSED$/m,
    );
  });

  test('judges searches by the slowest twentieth of the large hub alone', () => {
    const fast = Array.from({ length: 95 }, () => 10);
    const slow = (count: number) => Array.from({ length: count }, () => 101);
    expect(missedLimits(reportOf('p95Ms', [slice(1)], [slice(...fast, ...slow(5))]))).toEqual([]);
    expect(missedLimits(reportOf('p95Ms', [slice(1)], [slice(...fast, ...slow(6))]))).toEqual([
      '"a list" takes 101 ms (p95); at most 100 ms is required.',
    ]);
  });
});

describe('memory while everything is read', () => {
  test('is flat when it stays what it was after the first quarter, garbage aside', () => {
    expect(isFlat(memory(80, 100, 125, 95, 139))).toBe(true);
  });

  test('is not when it grows with what was read', () => {
    const growing = memory(80, 100, 120, 141, 160);
    expect(isFlat(growing)).toBe(false);
    const report = { ...reportOf('ratio', [slice(1)], [slice(1)]), memory: [growing] };
    expect(missedLimits(report)).toEqual(['Memory grew while signatures were read.']);
    expect(scaleReportText(report)).toContain('flat: MISSED');
  });

  test('is not known to be without figures', () => {
    expect(isFlat({ what: 'signatures', marks: [] })).toBe(false);
  });
});
