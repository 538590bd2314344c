import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { childEnvironment } from '../child-environment.js';
import { type RunningHub, startHub } from '../hub-process.js';
import type { LoadOrder } from '../load.js';
import { LoadGenerator } from '../load-generator.js';
import type { Options } from '../options.js';
import { readProcess } from '../process-table.js';
import type { Progress } from '../progress.js';
import { HUB_MAIN } from '../repository.js';
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
  const token = await scriptToken(dataDir);
  const { signedOut, signedIn } = await loadHub(hub, token, options, progress, cleanup);
  progress.step('reading the profile');
  await hub.process.stop();
  return summariseProfile(await readProfile(profileDir), signedOut, signedIn);
}

/** For somebody without any rights: what is asked for is public. */
async function scriptToken(dataDir: string): Promise<string> {
  const args = [HUB_MAIN, 'token', '--email', 'reader@bench.example'];
  const env = childEnvironment({ HUB_DATA_DIR: dataDir });
  return (await promisify(execFile)(process.execPath, args, { env })).stdout.trim();
}

async function loadHub(
  hub: RunningHub,
  token: string,
  options: Options,
  progress: Progress,
  cleanup: AsyncDisposableStack,
): Promise<{ signedOut: ProfiledLoad; signedIn: ProfiledLoad }> {
  const { url, query, pid } = hubContender(hub);
  const { slug } = await readSampleStatement(url);
  const generator = new LoadGenerator(cleanup);
  const order = { url, query, slug, connections: options.connections };
  const load = async (from: Pick<LoadOrder, 'token'>): Promise<ProfiledLoad> => {
    const cpuBefore = cpuOf(pid);
    const began = profileClock();
    const seconds = options.seconds * options.rounds;
    const { requests } = await generator.run({ ...order, ...from, seconds });
    return { span: { from: began, to: profileClock() }, requests, cpuMs: cpuOf(pid) - cpuBefore };
  };
  progress.step('warming up');
  await generator.run({ ...order, seconds: WARM_UP_SECONDS });
  await generator.run({ ...order, token, seconds: WARM_UP_SECONDS });
  progress.step('loading the hub');
  return { signedOut: await load({}), signedIn: await load({ token }) };
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
