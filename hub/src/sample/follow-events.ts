import type { ServiceName, Subgraphs } from '../assembly/subgraphs.js';
import { serviceNames } from '../assembly/subgraphs.js';
import { HubError } from '../hub-error.js';

export interface FollowOptions {
  /** How long projections may stand still before they are given up on, in ms; a minute unless told. */
  readonly patienceMs?: number;
  /** Aborted: nobody waits any longer. */
  readonly signal?: AbortSignal;
  /** Told how many events were applied, of how many that have their place by now; each counts once per projection. */
  onProgress?(applied: number, told: number): void;
}

/** How often progress is looked at, in ms. */
const lookEvery = 1_000;

/**
 * Waits until all services have taken in what all have told so far, as long as they get on with it.
 * @throws HubError naming those that do not; nothing is lost, they try again from the next start on
 */
export async function followEvents(subgraphs: Subgraphs, options: FollowOptions = {}): Promise<void> {
  const { patienceMs = 60_000, signal, onProgress } = options;
  let moved = { applied: -1, told: -1 };
  let movedAt = performance.now();
  while (!signal?.aborted) {
    const behind = await namesBehind(subgraphs);
    if (behind.length === 0) return;
    const now = await countEvents(subgraphs);
    if (now.applied !== moved.applied || now.told !== moved.told) [moved, movedAt] = [now, performance.now()];
    else if (performance.now() - movedAt > patienceMs) throw standstill(behind);
    onProgress?.(now.applied, now.told);
  }
}

/** Looks for as long as `lookEvery`. */
async function namesBehind(subgraphs: Subgraphs): Promise<ServiceName[]> {
  const timeoutMs = lookEvery;
  const looks = serviceNames.map(async (name) => {
    const { caughtUp } = await subgraphs[name].service.projections.catchUp({ timeoutMs });
    return caughtUp ? [] : [name];
  });
  return (await Promise.all(looks)).flat();
}

async function countEvents(subgraphs: Subgraphs): Promise<{ applied: number; told: number }> {
  const newest = new Map(
    await Promise.all(
      serviceNames.map(
        async (name) => [name as string, await subgraphs[name].service.outbox.newest()] as const,
      ),
    ),
  );
  let [applied, told] = [0, 0];
  for (const name of serviceNames) {
    for (const reached of subgraphs[name].service.projections.mark().values()) {
      for (const [stream, position] of reached) {
        applied += position;
        told += Math.max(position, newest.get(stream) ?? 0);
      }
    }
  }
  return { applied, told };
}

function standstill(behind: readonly ServiceName[]): HubError {
  return new HubError(
    `Everything was entered, but ${behind.join(' and ')} did not take it in. Nothing is lost: it is tried again when the hub runs. If it stays so, /health/ready says which part is stuck.`,
  );
}
