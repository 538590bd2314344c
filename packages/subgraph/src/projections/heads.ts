import type { Bus } from '@coalition-hub/bus';
import type { Positions } from './cursors.js';

/** The newest acknowledged position of each stream; rejects when one cannot be had. */
export async function headsOf(bus: Pick<Bus, 'head'>, streams: readonly string[]): Promise<Positions> {
  return new Map(await Promise.all(streams.map(async (stream) => [stream, await bus.head(stream)] as const)));
}
