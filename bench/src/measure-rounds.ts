import type { Contender, DatabaseServer } from './contender.js';
import { type CpuCost, cpuCost, takeCpuSnapshot } from './cpu-snapshot.js';
import type { LoadResult } from './load.js';
import type { LoadGenerator } from './load-generator.js';
import type { ContenderName } from './options.js';
import type { Progress } from './progress.js';

/** One contender under load in one round. */
export interface Slice extends LoadResult {
  /** Per request, in milliseconds. */
  readonly cpuMs: CpuCost & { readonly total: number };
}

export interface RoundsToMeasure {
  readonly contenders: readonly Contender[];
  readonly server: DatabaseServer;
  readonly generator: LoadGenerator;
  readonly slug: string;
  readonly connections: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly progress: Progress;
}

/** Compilers, pools and caches need a while; a contender is under load this many slices before it counts. */
const WARM_UP_SLICES = 2;

/**
 * Puts the contenders under load in turns, so that whatever else happens on the machine meets all of them.
 *
 * @returns the slices of each contender in order, and the requests that the hub answered including the warm-up
 */
export async function measureRounds(
  setting: RoundsToMeasure,
): Promise<{ slices: Map<ContenderName, Slice[]>; hubRequests: number }> {
  const { contenders, rounds, progress } = setting;
  const slices = new Map<ContenderName, Slice[]>(contenders.map(({ name }) => [name, []]));
  let hubRequests = 0;
  for (let round = 1 - WARM_UP_SLICES; round <= rounds; round++) {
    for (const contender of contenders) {
      const slice = await measureSlice(contender, setting);
      progress.step(describe(contender, slice, round));
      if (contender.name === 'hub') hubRequests += slice.requests;
      if (round > 0) slices.get(contender.name)?.push(slice);
    }
  }
  return { slices, hubRequests };
}

async function measureSlice(contender: Contender, setting: RoundsToMeasure): Promise<Slice> {
  const { server, generator, slug, connections, seconds } = setting;
  const { url, query } = contender;
  const before = await takeCpuSnapshot(contender, server);
  const load = await generator
    .run({ url, query, slug, connections, seconds })
    .catch((error: unknown) => failUnderLoad(contender, error));
  const cost = cpuCost(before, await takeCpuSnapshot(contender, server));
  const node = cost.node / load.requests;
  const postgres = cost.postgres / load.requests;
  return { ...load, cpuMs: { node, postgres, total: node + postgres } };
}

function failUnderLoad({ name }: Contender, error: unknown): never {
  const reason = error instanceof Error ? error.message : String(error);
  throw new Error(`Under load, ${name} did not answer as it should: ${reason}`, { cause: error });
}

function describe({ name }: Contender, { cpuMs, requests, seconds }: Slice, round: number): string {
  const label = round > 0 ? `round ${round}` : 'warm-up';
  return `${label}  ${name}: ${cpuMs.total.toFixed(2)} ms of CPU, ${(requests / seconds).toFixed(0)} requests/s`;
}
