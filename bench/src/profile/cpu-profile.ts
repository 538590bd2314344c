/** What V8 writes with `--cpu-prof`: a tree of call frames, and which of them ran at each sample. */
export interface CpuProfile {
  readonly nodes: readonly ProfileNode[];
  /** In microseconds of the same steady clock as `process.hrtime`. */
  readonly startTime: number;
  /** The node that ran, by id. */
  readonly samples: readonly number[];
  /** Microseconds since the sample before; the first one since `startTime`. */
  readonly timeDeltas: readonly number[];
}

export interface ProfileNode {
  readonly id: number;
  readonly callFrame: CallFrame;
  /** What it called, by id. */
  readonly children?: readonly number[];
}

export interface CallFrame {
  readonly functionName: string;
  /** A file URL, `node:…`, or empty for what V8 itself does. */
  readonly url: string;
  /** From 0. */
  readonly lineNumber: number;
  /** From 0. */
  readonly columnNumber: number;
}

/** A span of the steady clock, in microseconds. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Now on the clock of profiles, in microseconds. */
export function profileClock(): number {
  return Number(process.hrtime.bigint() / 1_000n);
}

/** @returns the time that each node itself ran within the span, in microseconds, by the node's id */
export function selfTimes({ startTime, samples, timeDeltas }: CpuProfile, span: Span): Map<number, number> {
  const times = new Map<number, number>();
  let now = startTime;
  for (const [index, id] of samples.entries()) {
    const delta = timeDeltas[index] ?? 0;
    now += delta;
    if (now >= span.from && now <= span.to) times.set(id, (times.get(id) ?? 0) + delta);
  }
  return times;
}
