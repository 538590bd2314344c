import { type CpuProfile, type ProfileNode, type Span, selfTimes } from './cpu-profile.js';

/** What stands between a request and its answer that a hub open to everything would not have, by the files it is in. */
const GUARDS = new Map([
  [
    'token',
    /\/services\/identity\/|\/gateway\/\w+\/authentication\.|\/node_modules\/jose\/|\/viewer\/client-token\./,
  ],
  [
    'policies and rights',
    /\/subgraph\/\w+\/(policies|rights)\/|\/services\/\w+\/\w+\/policies\/|\/federation\/fence\./,
  ],
  ['limits', /\/subgraph\/\w+\/limits\/|\/gateway\/\w+\/operations\/(refuse-|registered-)/],
]);

export interface GuardShare {
  readonly name: string;
  /** Time of its functions and of all that they call, per request, in milliseconds. */
  readonly ms: number;
}

/** Adds up how long the guards ran, with everything they called; what they waited for is the database's. */
export function guardShares(profile: CpuProfile, span: Span, requests: number): GuardShare[] {
  const times = selfTimes(profile, span);
  const totals = new Map([...GUARDS.keys()].map((name) => [name, 0]));
  for (const [id, guard] of guardOfNodes(profile.nodes)) {
    totals.set(guard, (totals.get(guard) ?? 0) + (times.get(id) ?? 0));
  }
  return [...totals].map(([name, time]) => ({ name, ms: time / 1_000 / requests }));
}

/** By node: the guard in whose name it runs, its own or that of the innermost caller. */
function guardOfNodes(nodes: readonly ProfileNode[]): Map<number, string> {
  const guards = new Map<number, string>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (node: ProfileNode, inherited: string | undefined): void => {
    const guard = guardOf(node.callFrame.url) ?? inherited;
    if (guard !== undefined) guards.set(node.id, guard);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) visit(child, guard);
    }
  };
  const called = new Set(nodes.flatMap(({ children = [] }) => children));
  for (const node of nodes) if (!called.has(node.id)) visit(node, undefined);
  return guards;
}

function guardOf(url: string): string | undefined {
  for (const [name, files] of GUARDS) if (files.test(url)) return name;
  return undefined;
}
