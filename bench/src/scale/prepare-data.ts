import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../progress.js';
import { makeWorkFolder } from '../work-folder.js';
import { runHub } from './scale-hub.js';
import type { ScaleOptions } from './scale-options.js';

/** What `hub seed --json` says. */
export interface Seeded {
  readonly coalition: string;
  readonly organisations: number;
  readonly statements: number;
  readonly signatures: number;
  readonly randomSeed: string;
  readonly enteredSeconds: number;
  readonly followedSeconds: number;
}

export interface LargeData {
  readonly dataDir: string;
  readonly seeded: Seeded;
}

/** Written beside the data once they are complete. */
const NOTE = 'seeded.json';

/** Makes the large hub's data, or finds those of an earlier run. */
export async function prepareLargeData(
  options: ScaleOptions,
  progress: Progress,
  cleanup: AsyncDisposableStack,
): Promise<LargeData> {
  const dataDir = options.data ?? (await makeWorkFolder(cleanup)).dataDir;
  const known = await seededBefore(dataDir);
  if (known !== null) {
    progress.always(`using the data in ${dataDir}: ${describe(known)}`);
    return { dataDir, seeded: known };
  }
  refuseStrangers(dataDir);
  progress.always(`seeding ${describe(options)}`);
  const seeded = await seed(dataDir, options);
  progress.always(`seeded in ${(seeded.enteredSeconds + seeded.followedSeconds).toFixed(0)} s`);
  return { dataDir, seeded };
}

async function seed(dataDir: string, options: ScaleOptions): Promise<Seeded> {
  const numbers = (['organisations', 'statements', 'signatures'] as const).flatMap((name) => [
    `--${name}`,
    String(options[name]),
  ]);
  const seeded = JSON.parse(await runHub(dataDir, ['seed', ...numbers, '--json'])) as Seeded;
  const note = join(dataDir, NOTE);
  await writeFile(`${note}.new`, JSON.stringify(seeded));
  await rename(`${note}.new`, note);
  return seeded;
}

async function seededBefore(dataDir: string): Promise<Seeded | null> {
  const text = await readFile(join(dataDir, NOTE), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as Seeded);
}

/** The bench registers and signs: not among anybody's own data, and not among half of a seeding. */
function refuseStrangers(dataDir: string): void {
  if (!existsSync(join(dataDir, 'postgres'))) return;
  throw new Error(`${dataDir} has data that the bench did not seed to the end. Take another folder.`);
}

function describe({
  organisations,
  statements,
  signatures,
}: Omit<Seeded, 'coalition' | 'randomSeed'> | ScaleOptions) {
  return `${organisations} organisations, ${statements} statements, ${signatures} signatures`;
}
