import { availableParallelism, cpus } from 'node:os';
import type { CpuCost } from './cpu-snapshot.js';
import type { Slice } from './measure-rounds.js';
import type { ContenderName, Options } from './options.js';
import { median } from './statistics.js';

/** Medians over the rounds. */
export interface ContenderFigures {
  readonly name: ContenderName;
  /** Per request, in milliseconds. */
  readonly cpuMs: CpuCost & { readonly total: number };
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** CPU per request compared with this contender's, in the same round: median of the quotients. */
  readonly cpuRatioTo: Partial<Record<ContenderName, number>>;
  readonly rounds: readonly Slice[];
}

export interface StartFigures {
  /** From the start of the process to the first 200 of `/health/ready`, in milliseconds. */
  readonly firstMs: number;
  readonly secondMs: number;
  /** From SIGTERM to the end of the process, in milliseconds. */
  readonly stopMs: number;
}

export interface MemoryFigures {
  /** Of the hub's Node process after the load, in megabytes of 10⁶ bytes. */
  readonly residentMB: number;
  readonly peakMB: number;
}

export interface Report {
  readonly machine: { readonly node: string; readonly processor: string; readonly cores: number };
  readonly load: Pick<Options, 'seconds' | 'rounds' | 'connections'>;
  readonly answerBytes: number;
  readonly start: StartFigures;
  readonly memory: MemoryFigures;
  /** In all databases of the hub; null when it was not measured. */
  readonly hubTransactionsPerRequest: number | null;
  readonly contenders: readonly ContenderFigures[];
}

export type Measurements = Pick<Report, 'start' | 'memory' | 'hubTransactionsPerRequest'> & {
  readonly options: Options;
  readonly slices: ReadonlyMap<ContenderName, readonly Slice[]>;
};

/** Reduces what was measured to what is reported. */
export function createReport({ options, slices, ...measured }: Measurements): Report {
  const { seconds, rounds, connections } = options;
  const [anySlices] = slices.values();
  return {
    machine: { node: process.version, processor: cpus()[0]?.model ?? '', cores: availableParallelism() },
    load: { seconds, rounds, connections },
    answerBytes: anySlices?.[0]?.answerBytes ?? 0,
    ...measured,
    contenders: [...slices.keys()].map((name) => contenderFigures(name, slices)),
  };
}

function contenderFigures(name: ContenderName, slices: Measurements['slices']): ContenderFigures {
  const rounds = slices.get(name) ?? [];
  const middle = (figure: (slice: Slice) => number): number => median(rounds.map(figure));
  return {
    name,
    cpuMs: {
      node: middle(({ cpuMs }) => cpuMs.node),
      postgres: middle(({ cpuMs }) => cpuMs.postgres),
      total: middle(({ cpuMs }) => cpuMs.total),
    },
    requestsPerSecond: middle(({ requests, seconds }) => requests / seconds),
    p50Ms: middle(({ p50Ms }) => p50Ms),
    p99Ms: middle(({ p99Ms }) => p99Ms),
    cpuRatioTo: Object.fromEntries(
      [...slices].map(([other, theirs]) => [other, median(cpuRatios(rounds, theirs))]),
    ),
    rounds,
  };
}

/** Within one round the machine was as busy with others for both, which quotients of medians would forget. */
function cpuRatios(ours: readonly Slice[], theirs: readonly Slice[]): number[] {
  return ours.map(({ cpuMs }, round) => cpuMs.total / (theirs[round]?.cpuMs.total ?? Number.NaN));
}
