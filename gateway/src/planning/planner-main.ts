// Runs as a process of its own, in tests straight from this source: only packages may be imported by value.
import { QueryPlanner } from '@graphql-hive/router-query-planner';
import type { FromPlanner, ToPlanner } from './planner-messages.js';

/** No operation is planned for a part of the traffic only (`@override` with a label). */
const noLabels = new Set<string>();

let planner: QueryPlanner | undefined;

async function answer(asked: ToPlanner): Promise<FromPlanner> {
  if ('supergraphSdl' in asked) return open(asked.supergraphSdl);
  if (!planner) return { kind: 'unusable', message: 'no supergraph was sent' };
  try {
    const { node } = await planner.planAsync(asked.text, undefined, noLabels, 0);
    return { kind: 'planned', plan: node };
  } catch (error) {
    return { kind: 'refused', message: messageOf(error) };
  }
}

function open(supergraphSdl: string): FromPlanner {
  try {
    planner = new QueryPlanner(supergraphSdl);
    return { kind: 'ready' };
  } catch (error) {
    return { kind: 'unusable', message: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

process.on('message', (asked: ToPlanner) => {
  // A gateway that is gone has nobody left to tell.
  void answer(asked).then((said) => process.send?.(said, () => undefined));
});

// A plan that never ends would hold up an orderly exit.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

// Ctrl-C reaches every process of the terminal; when this one ends is for the gateway to say, which still has requests.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
