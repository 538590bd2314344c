import { describe, expect, test } from '@jest/globals';
import { type CpuSnapshot, cpuCost } from '../src/cpu-snapshot.js';
import { childrenOf, parseStat, readProcess } from '../src/process-table.js';

const mine = (cpuMs: number) => ({ cpuMs, mine: true });
const anothers = (cpuMs: number) => ({ cpuMs, mine: false });
const snapshot = (node: number, postmaster: number, backends: [number, { cpuMs: number; mine: boolean }][]) =>
  ({ node, postmaster, backends: new Map(backends) }) satisfies CpuSnapshot;

describe('the processor time of a contender', () => {
  test('is that of its Node process and its backends, and not that of others', () => {
    const before = snapshot(100, 10, [
      [1, mine(50)],
      [2, anothers(70)],
    ]);
    const after = snapshot(160, 10, [
      [1, mine(80)],
      [2, anothers(90)],
    ]);
    expect(cpuCost(before, after)).toEqual({ node: 60, postgres: 30 });
  });

  test('counts a backend that came in between from its beginning', () => {
    const after = snapshot(0, 0, [[3, mine(20)]]);
    expect(cpuCost(snapshot(0, 0, []), after)).toEqual({ node: 0, postgres: 20 });
  });

  test('counts a backend that ended in between once, without what it had before', () => {
    const before = snapshot(0, 10, [[1, mine(50)]]);
    const after = snapshot(0, 10 + 65, []);
    expect(cpuCost(before, after)).toEqual({ node: 0, postgres: 15 });
  });
});

describe('the table of processes', () => {
  test('is read field by field, whatever a name contains', () => {
    const line = '4711 (a) b (c) S 42 1 1 0 -1 0 0 0 0 0 11 12 13 14 20 0 1 0 0';
    expect(parseStat(line)).toEqual({
      pid: 4711,
      name: 'a) b (c',
      parent: 42,
      cpuMs: 230,
      endedChildrenCpuMs: 270,
    });
  });

  test('knows this very process and its parent', () => {
    expect(readProcess(process.pid)).toMatchObject({ pid: process.pid, parent: process.ppid });
    expect(childrenOf(process.ppid).map(({ pid }) => pid)).toContain(process.pid);
  });

  test('has no entry for a process that is gone', () => {
    expect(readProcess(2 ** 22 + 1)).toBeNull();
  });
});
