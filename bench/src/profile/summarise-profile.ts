import { type CpuProfile, type ProfileNode, type Span, selfTimes } from './cpu-profile.js';
import { type GuardShare, guardShares } from './guards.js';
import { packageOf } from './package-of.js';
import { sourcePosition } from './source-position.js';

export interface FunctionShare {
  readonly name: string;
  /** `file:line`, or empty for the engine's own. */
  readonly position: string;
  /** Self time per request, in milliseconds. */
  readonly ms: number;
}

export interface PackageShare {
  readonly name: string;
  /** Self time of all its functions per request, in milliseconds. */
  readonly ms: number;
  /** The most expensive ones, in order. */
  readonly functions: readonly FunctionShare[];
}

export interface ProfileSummary {
  readonly requests: number;
  /** Processor time of the whole process per request as the kernel counts it, in milliseconds. */
  readonly cpuMs: number;
  /**
   * Time of the thread that runs JavaScript, per request and without idling, in milliseconds. The profiler goes by the
   * clock: where the machine is busy, this includes waiting for a processor.
   */
  readonly ms: number;
  readonly packages: readonly PackageShare[];
  /** The same asked by somebody who is signed in. */
  readonly signedIn: SignedInSummary;
}

export interface SignedInSummary {
  readonly requests: number;
  /** As above, per request. */
  readonly cpuMs: number;
  readonly ms: number;
  readonly guards: readonly GuardShare[];
}

const FUNCTIONS_SHOWN = 8;

/** What was going on while the profile was taken. */
export interface ProfiledLoad {
  readonly span: Span;
  readonly requests: number;
  /** Of the process within the span, in milliseconds. */
  readonly cpuMs: number;
}

/** Adds up who ran how long while the load was on. */
export function summariseProfile(
  profile: CpuProfile,
  signedOut: ProfiledLoad,
  signedIn: ProfiledLoad,
): ProfileSummary {
  const { ms: msSignedIn } = summarised(profile, signedIn);
  const { requests, cpuMs, span } = signedIn;
  const guards = guardShares(profile, span, requests);
  return {
    ...summarised(profile, signedOut),
    signedIn: { requests, cpuMs: cpuMs / requests, ms: msSignedIn, guards },
  };
}

function summarised(
  profile: CpuProfile,
  { span, requests, cpuMs }: ProfiledLoad,
): Omit<ProfileSummary, 'signedIn'> {
  const functions = new Map<string, FunctionShare & { owner: string }>();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  for (const [id, time] of selfTimes(profile, span)) {
    addTime(functions, nodes.get(id), time / 1_000 / requests);
  }
  const packages = groupByPackage([...functions.values()]).filter(({ name }) => name !== 'idle');
  return { requests, cpuMs: cpuMs / requests, ms: sum(packages), packages };
}

/** Called in several places or inlined, a function has several nodes. */
function addTime(
  functions: Map<string, FunctionShare & { owner: string }>,
  node: ProfileNode | undefined,
  ms: number,
): void {
  if (node === undefined) return;
  const { functionName, url, lineNumber, columnNumber } = node.callFrame;
  const key = `${functionName} ${url}:${lineNumber}:${columnNumber}`;
  const known = functions.get(key) ?? {
    name: functionName || '(anonymous)',
    position: sourcePosition(node.callFrame),
    owner: packageOf(node.callFrame),
    ms: 0,
  };
  functions.set(key, { ...known, ms: known.ms + ms });
}

function groupByPackage(functions: readonly (FunctionShare & { owner: string })[]): PackageShare[] {
  const groups = Map.groupBy(functions, ({ owner }) => owner);
  const shares = [...groups].map(([name, members]) => ({
    name,
    ms: sum(members),
    functions: members
      .toSorted((a, b) => b.ms - a.ms)
      .slice(0, FUNCTIONS_SHOWN)
      .map(({ owner: _, ...share }) => share),
  }));
  return shares.toSorted((a, b) => b.ms - a.ms);
}

function sum(shares: readonly { ms: number }[]): number {
  return shares.reduce((total, { ms }) => total + ms, 0);
}
