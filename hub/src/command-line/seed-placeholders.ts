import type { RunningSubgraphs } from '../assembly/subgraphs.js';
import { withServices } from '../assembly/with-services.js';
import type { Config } from '../config.js';
import { HubError } from '../hub-error.js';
import { type BulkSeeds, bulkSeeds } from '../sample/bulk/bulk-seeds.js';
import type { SignatureNumbers } from '../sample/bulk/signature-shares.js';
import { followEvents } from '../sample/follow-events.js';
import { type Loaded, loadBulk } from '../sample/load-bulk.js';
import { nextSignal } from './next-signal.js';
import { Progress } from './progress.js';

export interface SeededPlaceholders extends SignatureNumbers {
  /** Slug of the new coalition. */
  readonly coalition: string;
  /** Makes the same placeholders again, in another hub. */
  readonly randomSeed: string;
  /** Until all was entered. */
  readonly enteredSeconds: number;
  /** From then until all services had taken it in. */
  readonly followedSeconds: number;
}

/** @throws HubError where the seed was used before in this hub, where it is interrupted, and where services do not follow */
export function seedPlaceholders(
  config: Config,
  size: SignatureNumbers,
  randomSeed: string,
): Promise<SeededPlaceholders> {
  const interrupted = new AbortController();
  void nextSignal().then(() => interrupted.abort());
  const { signal } = interrupted;
  return withServices(config, async (running) => {
    const seeds = bulkSeeds(size, randomSeed, new Date().toISOString());
    await refuseRepeated(running, seeds, randomSeed);
    const began = performance.now();
    await enter(running, seeds, size, signal);
    const entered = performance.now();
    await follow(running, signal);
    return {
      coalition: seeds.coalition.slug,
      randomSeed,
      ...size,
      enteredSeconds: inSeconds(entered - began),
      followedSeconds: inSeconds(performance.now() - entered),
    };
  });
}

async function refuseRepeated(
  { subgraphs }: RunningSubgraphs,
  { coalition }: BulkSeeds,
  randomSeed: string,
): Promise<void> {
  const known = await subgraphs.organisations.service.database.reads
    .selectFrom('coalition')
    .select('id')
    .where('slug', '=', coalition.slug)
    .executeTakeFirst();
  if (known === undefined) return;
  throw new HubError(
    `This hub has the placeholders of the random seed "${randomSeed}" already; take another.`,
  );
}

async function enter(
  running: RunningSubgraphs,
  seeds: BulkSeeds,
  size: SignatureNumbers,
  signal: AbortSignal,
): Promise<void> {
  const progress = new Progress('seeding', sumOf(size));
  const loaded = await loadBulk(running, seeds, {
    signal,
    onProgress: (rows) => progress.update(sumOf(rows)),
  });
  progress.end();
  if (signal.aborted) throw new HubError(cutShort(seeds, loaded));
}

async function follow({ subgraphs }: RunningSubgraphs, signal: AbortSignal): Promise<void> {
  const progress = new Progress('services follow');
  await followEvents(subgraphs, { signal, onProgress: (applied, told) => progress.update(applied, told) });
  progress.end();
  if (signal.aborted)
    throw new HubError(
      'Interrupted: all is entered, and what services have not taken in yet they do at the next start.',
    );
}

function cutShort({ coalition }: BulkSeeds, { organisations, statements, signatures }: Loaded): string {
  return `Interrupted: ${organisations} organisations, ${statements} statements and ${signatures} signatures are entered under the coalition "${coalition.slug}", and stay.`;
}

const sumOf = ({ organisations, statements, signatures }: Loaded) => organisations + statements + signatures;

const inSeconds = (ms: number) => Math.round(ms / 100) / 10;
