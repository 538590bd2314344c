import type { Contender, DatabaseServer } from './contender.js';
import { childrenOf, readProcess } from './process-table.js';

/** Processor time up to one moment, in milliseconds. */
export interface CpuSnapshot {
  /** Of the contender's Node process. */
  readonly node: number;
  /** Of each process of PostgreSQL that runs. */
  readonly backends: ReadonlyMap<number, { readonly cpuMs: number; readonly mine: boolean }>;
  /** Of the postmaster itself and of its children that have ended. */
  readonly postmaster: number;
}

/** Processor time that a contender cost between two snapshots, in milliseconds. */
export interface CpuCost {
  readonly node: number;
  readonly postgres: number;
}

/** Looks at the clocks of all processes that work for a contender. */
export async function takeCpuSnapshot(contender: Contender, server: DatabaseServer): Promise<CpuSnapshot> {
  const strangers = await backendsOfOthers(contender, server);
  const node = readProcess(contender.pid);
  const postmaster = readProcess(server.postmaster);
  if (node === null || postmaster === null) throw new Error(`${contender.name} or PostgreSQL has ended.`);
  const children = childrenOf(server.postmaster);
  return {
    node: node.cpuMs,
    backends: new Map(children.map(({ pid, cpuMs }) => [pid, { cpuMs, mine: !strangers.has(pid) }])),
    postmaster: postmaster.cpuMs + postmaster.endedChildrenCpuMs,
  };
}

/**
 * The cost between two snapshots. A backend that has ended in between has left its whole time with the postmaster, so
 * what it had before is taken off again.
 */
export function cpuCost(before: CpuSnapshot, after: CpuSnapshot): CpuCost {
  let postgres = after.postmaster - before.postmaster;
  for (const [pid, { cpuMs, mine }] of after.backends) {
    if (mine) postgres += cpuMs - (before.backends.get(pid)?.cpuMs ?? 0);
  }
  for (const [pid, { cpuMs }] of before.backends) {
    if (!after.backends.has(pid)) postgres -= cpuMs;
  }
  return { node: after.node - before.node, postgres };
}

/** How a contender's backends are told apart; the hub's are all that are neither a peer's nor the bench's own. */
export const applicationName = (peer: 'by-hand' | 'postgraphile'): string => `bench ${peer}`;

/**
 * The backends that serve somebody else: idle contenders are not charged to the one under load. PostgreSQL's own
 * processes (checkpoints, reading ahead) are nobody's, and so are charged to whoever is under load.
 */
async function backendsOfOthers({ name }: Contender, { admin }: DatabaseServer): Promise<Set<number>> {
  const { rows } = await admin.query<{ pid: number; application: string; bench: boolean }>(
    `SELECT pid, application_name AS application, starts_with(application_name, 'bench') AS bench
       FROM pg_stat_activity WHERE datname IS NOT NULL`,
  );
  const isMine = (row: { application: string; bench: boolean }): boolean =>
    name === 'hub' ? !row.bench : row.application === applicationName(name);
  return new Set(rows.filter((row) => !isMine(row)).map(({ pid }) => pid));
}
