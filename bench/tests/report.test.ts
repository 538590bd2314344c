import { describe, expect, test } from '@jest/globals';
import type { Slice } from '../src/measure-rounds.js';
import { type ContenderName, parseOptions } from '../src/options.js';
import { createReport, type Report } from '../src/report.js';
import { reportText } from '../src/report-text.js';
import { median, percentile } from '../src/statistics.js';
import { missedRequirement, targetsOf } from '../src/targets.js';

const slice = (cpu: number): Slice => ({
  requests: 100,
  seconds: 0.5,
  p50Ms: 10,
  p99Ms: 20,
  answerBytes: 14_700,
  cpuMs: { node: cpu * 0.75, postgres: cpu * 0.25, total: cpu },
});

function reportOf(cpu: Partial<Record<ContenderName, number[]>>): Report {
  const slices = Object.entries(cpu).map(([name, each]) => [name as ContenderName, each.map(slice)] as const);
  return createReport({
    options: parseOptions([]),
    start: { firstMs: 4_000, secondMs: 2_000, stopMs: 300 },
    memory: { residentMB: 250, peakMB: 280 },
    hubTransactionsPerRequest: 4,
    slices: new Map(slices),
  });
}

describe('the report', () => {
  test('compares within each round, so that a busy machine does not count twice', () => {
    const report = reportOf({ hub: [2, 8, 4], postgraphile: [2, 4, 4] });
    expect(report.contenders[0]?.cpuMs.total).toBe(4);
    expect(report.contenders[0]?.cpuRatioTo.postgraphile).toBe(1);
  });

  test('fails only above twice the CPU of PostGraphile, and says so', () => {
    expect(missedRequirement(reportOf({ hub: [4], postgraphile: [2] }))).toBeNull();
    expect(missedRequirement(reportOf({ hub: [4.2], postgraphile: [2] }))).toBe(
      'The hub needs 2.10 times the CPU of PostGraphile for the same answer; at most 2.0 times is required.',
    );
  });

  test('says nothing about a comparison that was not made', () => {
    expect(targetsOf(reportOf({ hub: [4], 'by-hand': [1] })).some(({ required }) => required)).toBe(false);
  });

  test('is a table with one line for each contender', () => {
    const lines = reportText(reportOf({ hub: [3], 'by-hand': [1], postgraphile: [2] })).split('\n');
    expect(lines).toContainEqual(
      expect.stringMatching(/^the hub +3\.00 +2\.25 +0\.75 +200 +10\.0 +20\.0 +3\.00 +1\.50$/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^second start to ready +2\.00 s +≤ 3 s +aim +met$/));
  });
});

describe('statistics', () => {
  test('the median is in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  test('a percentile is a value that occurred', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile([7], 0.99)).toBe(7);
  });
});
