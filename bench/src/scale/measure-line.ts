import type { Contender } from '../contender.js';
import { type CpuCost, cpuCost, takeCpuSnapshot } from '../cpu-snapshot.js';
import { median, percentile } from '../statistics.js';
import { askTimed } from './ask.js';
import type { Line } from './line.js';
import type { World } from './world.js';

/** One line asked of one hub in one round. */
export interface LineSlice {
  /** Of each request, in milliseconds. */
  readonly ms: readonly number[];
  /** Of all requests, in milliseconds. */
  readonly cpu: CpuCost;
  /** Of all answers. */
  readonly bytes: number;
}

/** What a line came to in one hub over all rounds. Times in milliseconds, per request. */
export interface LineFigures {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly cpuMs: { readonly node: number; readonly postgres: number; readonly total: number };
  /** Mean size of an answer. */
  readonly answerBytes: number;
}

/** Asks one hub, one request after the other: what is measured is an answer, not a queue. */
export async function measureSlice(line: Line, world: World, turns: readonly number[]): Promise<LineSlice> {
  await line.prepare?.(world, turns);
  const { hub } = world;
  const contender: Contender = { name: 'hub', url: hub.url, pid: hub.pid, query: '' };
  const before = await takeCpuSnapshot(contender, hub.server);
  const ms: number[] = [];
  let bytes = 0;
  for (const turn of turns) {
    const answer = await askTimed(hub, await line.question(world, turn));
    ms.push(answer.ms);
    bytes += answer.bytes;
  }
  return { ms, bytes, cpu: cpuCost(before, await takeCpuSnapshot(contender, hub.server)) };
}

export function figuresOf(slices: readonly LineSlice[]): LineFigures {
  const ms = slices.flatMap((slice) => slice.ms).toSorted((one, other) => one - other);
  const sum = (of: (slice: LineSlice) => number) => slices.reduce((total, slice) => total + of(slice), 0);
  const node = sum(({ cpu }) => cpu.node) / ms.length;
  const postgres = sum(({ cpu }) => cpu.postgres) / ms.length;
  return {
    p50Ms: percentile(ms, 0.5),
    p95Ms: percentile(ms, 0.95),
    cpuMs: { node, postgres, total: node + postgres },
    answerBytes: sum(({ bytes }) => bytes) / ms.length,
  };
}

/** How many times longer the one takes, by the median of the rounds: what disturbs a round disturbs both. */
export function timesLonger(large: readonly LineSlice[], sample: readonly LineSlice[]): number {
  return median(large.map(({ ms }, round) => median(ms) / median(sample[round]?.ms ?? [])));
}
