import { textTable } from '../text-table.js';
import type { PackageShare, ProfileSummary, SignedInSummary } from './summarise-profile.js';

/** Functions below this share of the whole are left out. */
const LEAST_SHARE = 0.004;

/** A profile for people: packages by self time, each with its most expensive functions. */
export function profileText(summary: ProfileSummary): string {
  const { requests, cpuMs, ms, packages, signedIn } = summary;
  const share = (part: number): string => `${((part / ms) * 100).toFixed(1)} %`;
  const rows = packages.flatMap((group) => packageRows(group, ms * LEAST_SHARE, share));
  return [
    [
      `${requests} requests, each ${cpuMs.toFixed(2)} ms of the process's CPU; being profiled costs some of it`,
      `Below: ${ms.toFixed(2)} ms of the JavaScript thread by the clock, waiting for a processor included`,
    ].join('\n'),
    textTable([['', 'ms/request', 'share', 'where'], ...rows].map(whereLast)),
    guardsText(signedIn),
  ].join('\n\n');
}

/** What being careful costs, where somebody is signed in. */
function guardsText({ requests, cpuMs, ms, guards }: SignedInSummary): string {
  const all = { name: 'together', ms: guards.reduce((total, guard) => total + guard.ms, 0) };
  const rows = [...guards, all].map((guard) => [
    guard.name,
    guard.ms.toFixed(3),
    `${((guard.ms / ms) * 100).toFixed(1)} %`,
  ]);
  return [
    `Signed in: ${requests} requests, each ${cpuMs.toFixed(2)} ms of CPU and ${ms.toFixed(2)} ms of the thread; of these`,
    textTable([['', 'ms/request', 'share'], ...rows]),
  ].join('\n');
}

function packageRows(group: PackageShare, least: number, share: (ms: number) => string): string[][] {
  if (group.ms < least) return [];
  const functions = group.functions.filter(({ ms }) => ms >= least);
  return [
    [group.name, group.ms.toFixed(3), share(group.ms), ''],
    ...functions.map(({ name, position, ms }) => [`  ${name}`, ms.toFixed(3), share(ms), position]),
  ];
}

/** Places are of all lengths: at the end of the line they disturb nobody. */
function whereLast([name = '', ms = '', part = '', where = '']: readonly string[]): string[] {
  return [name.slice(0, 50), ms, part, where];
}
