import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type RunningHub, startHub } from '../hub-process.js';
import { LoadGenerator } from '../load-generator.js';
import type { Options } from '../options.js';
import { readProcess } from '../process-table.js';
import type { Progress } from '../progress.js';
import { hubContender } from '../run-bench.js';
import { readSampleStatement } from '../sample-statement.js';
import { makeWorkFolder } from '../work-folder.js';
import { type CpuProfile, profileClock } from './cpu-profile.js';
import { type ProfiledLoad, type ProfileSummary, summariseProfile } from './summarise-profile.js';

const INTERVAL_MICROSECONDS = 250;
const WARM_UP_SECONDS = 5;

/** Loads the hub alone, with V8's sampling profiler on, and says where its time went. */
export async function runProfile(
  options: Options,
  progress: Progress,
  cleanup: AsyncDisposableStack,
): Promise<ProfileSummary> {
  const { dataDir, profileDir } = await makeWorkFolder(cleanup);
  progress.step('starting the hub with the profiler');
  const hub = await startHub(cleanup, dataDir, [
    '--cpu-prof',
    `--cpu-prof-interval=${INTERVAL_MICROSECONDS}`,
    `--cpu-prof-dir=${profileDir}`,
  ]);
  const load = await loadHub(hub, options, progress, cleanup);
  progress.step('reading the profile');
  await hub.process.stop();
  return summariseProfile(await readProfile(profileDir), load);
}

async function loadHub(
  hub: RunningHub,
  options: Options,
  progress: Progress,
  cleanup: AsyncDisposableStack,
): Promise<ProfiledLoad> {
  const { url, query, pid } = hubContender(hub);
  const { slug } = await readSampleStatement(url);
  const generator = new LoadGenerator(cleanup);
  const { connections } = options;
  progress.step('warming up');
  await generator.run({ url, query, slug, connections, seconds: WARM_UP_SECONDS });
  progress.step('loading the hub');
  const cpuBefore = cpuOf(pid);
  const from = profileClock();
  const seconds = options.seconds * options.rounds;
  const { requests } = await generator.run({ url, query, slug, connections, seconds });
  return { span: { from, to: profileClock() }, requests, cpuMs: cpuOf(pid) - cpuBefore };
}

function cpuOf(pid: number): number {
  return readProcess(pid)?.cpuMs ?? Number.NaN;
}

/** Worker threads write profiles of their own; the one with the most samples is the main thread's. */
async function readProfile(folder: string): Promise<CpuProfile> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.cpuprofile'));
  const profiles = await Promise.all(
    files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as CpuProfile),
  );
  const main = profiles.toSorted((a, b) => b.samples.length - a.samples.length)[0];
  if (main === undefined) throw new Error('The hub wrote no profile: it has to end by itself after SIGTERM.');
  return main;
}
