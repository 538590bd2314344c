import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createGuardedFolder } from '@coalition-hub/testkit';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { LineResult, ScaleReport } from '../src/scale/scale-report.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const TIMEOUT_MS = 240_000;
const SMALL = '--organisations 300 --statements 6 --signatures 900 --rounds 1 --requests 2 --pages 12'.split(
  ' ',
);

const run = promisify(execFile);
const folder = await createGuardedFolder();
const data = join(folder.path, 'scale');

afterAll(() => folder.remove());

function scale(...options: string[]) {
  const env = { ...process.env, NODE_OPTIONS: '', TMPDIR: folder.path };
  return run(process.execPath, [MAIN, '--scale', ...options], { env, maxBuffer: 2 ** 24 });
}

describe('npm run bench -- --scale', () => {
  test(
    'asks both hubs everything, and reads all of the large one',
    async () => {
      const { stdout } = await scale('--json', '--data', data, ...SMALL);
      const report = JSON.parse(stdout) as ScaleReport;
      expect(report.seeded).toMatchObject({ organisations: 300, statements: 6, signatures: 900 });
      const names = report.lines.map(({ name }) => name);
      for (const part of ['organisations: deep page', 'members: as of a day', 'signing', 'registering'])
        expect(names.some((name) => name.startsWith(part))).toBe(true);
      expect(new Set(names).size).toBe(names.length);
      for (const line of report.lines) expectPlausible(line);
      expect(report.memory.map(({ what }) => what)).toEqual(['organisations', 'signatures']);
      for (const { marks } of report.memory) {
        // Of two pages, not every quarter ends with one.
        expect(marks.length).toBeGreaterThanOrEqual(4);
        for (const { residentMB, heapMB } of marks) expect(residentMB).toBeGreaterThan(heapMB);
        expect(marks.map(({ entries }) => entries)).toEqual(
          marks.map(({ entries }) => entries).toSorted((one, other) => one - other),
        );
      }
      expect(report.memory[0]?.marks.at(-1)?.entries).toBeGreaterThanOrEqual(300);
      expect(report.memory[1]?.marks.at(-1)?.entries).toBeGreaterThanOrEqual(900);
    },
    TIMEOUT_MS,
  );

  test(
    'uses kept data again, and fails with exit code 1 and a sentence when a limit is missed',
    async () => {
      const missed = ['--check', '--times', '0.001', '--only', 'organisations: first page'];
      await expect(scale('--data', data, ...SMALL, ...missed)).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/^organisations: first page .* 0\.0 × +MISSED$/m),
        stderr: expect.stringMatching(
          /using the data in .*\n"organisations: first page" takes [\d.]+ times as long as in the sample; at most 0\.0 times is required\.\n$/,
        ),
      });
    },
    TIMEOUT_MS,
  );

  test('explains itself, and refuses what it does not understand', async () => {
    expect((await scale('--help')).stdout).toContain('--data DIR');
    await expect(scale('--signatures', 'many')).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--signatures has to be a number'),
    });
  });
});

/** Bounds that no machine in use leaves, and every mistake in units does. */
function expectPlausible({ name, sample, large, ratio }: LineResult): void {
  expect({ name, ratio }).toEqual({ name, ratio: expect.any(Number) });
  for (const { p50Ms, p95Ms, cpuMs, answerBytes } of [sample, large]) {
    expect(p50Ms).toBeGreaterThan(0.2);
    expect(p95Ms).toBeGreaterThanOrEqual(p50Ms);
    expect(p95Ms).toBeLessThan(30_000);
    expect(cpuMs.total).toBeLessThan(5_000);
    expect(answerBytes).toBeGreaterThan(20);
  }
}
