import type { Rights } from '@coalition-hub/subgraph';

/** Running a coalition: appointing to its roles, setting up its working groups, inviting organisations. */
export function canCoordinate(rights: Rights, { coalitionId }: { coalitionId: string }): boolean {
  return rights.coordinates.has(coalitionId);
}
