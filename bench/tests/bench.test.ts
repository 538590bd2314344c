import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createGuardedFolder } from '@coalition-hub/testkit';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { ContenderFigures, Report } from '../src/report.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const TIMEOUT_MS = 120_000;
const SMOKE = ['--seconds', '0.4', '--rounds', '1'];

const run = promisify(execFile);
const folder = await createGuardedFolder();

afterAll(() => folder.remove());

function bench(...options: string[]) {
  const env = { ...process.env, NODE_OPTIONS: '', TMPDIR: folder.path };
  return run(process.execPath, [MAIN, ...options], { env });
}

describe('npm run bench', () => {
  // PostGraphile is left out, so that testing needs no packages beyond the workspaces'.
  test(
    'measures the hub beside a server written by hand, once both answer the same',
    async () => {
      const { stdout } = await bench('--json', '--only', 'hub,by-hand', ...SMOKE);
      const report = JSON.parse(stdout) as Report;

      expect(report.contenders.map(({ name }) => name)).toEqual(['hub', 'by-hand']);
      for (const contender of report.contenders) expectPlausible(contender);
      expect(report.answerBytes).toBeGreaterThan(10_000);
      expect(report.hubTransactionsPerRequest).toBeGreaterThanOrEqual(3);
      expect(report.start.firstMs).toBeGreaterThan(report.start.stopMs);
      expect(report.start.secondMs).toBeGreaterThan(100);
      expect(report.memory.residentMB).toBeGreaterThan(50);
      expect(report.memory.peakMB).toBeGreaterThanOrEqual(report.memory.residentMB);
    },
    TIMEOUT_MS,
  );

  test('explains itself', async () => {
    const { stdout } = await bench('--help');
    expect(stdout).toContain('--connections N');
  });

  test('refuses what it does not understand in a sentence, with exit code 2', async () => {
    await expect(bench('--only', 'mongodb')).rejects.toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--only knows hub, by-hand, postgraphile, and not "mongodb".'),
    });
  });
});

/** Bounds that no machine in use leaves, and every mistake in units does. */
function expectPlausible({ cpuMs, requestsPerSecond, p50Ms, p99Ms }: ContenderFigures): void {
  expect(cpuMs.node).toBeGreaterThan(0.05);
  expect(cpuMs.node).toBeLessThan(500);
  expect(cpuMs.total).toBeGreaterThan(cpuMs.node);
  expect(requestsPerSecond).toBeGreaterThan(1);
  expect(p50Ms).toBeGreaterThan(0.5);
  expect(p99Ms).toBeGreaterThanOrEqual(p50Ms);
}
