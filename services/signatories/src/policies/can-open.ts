import type { Rights } from '@coalition-hub/subgraph';

/** Who may open a statement for signature, for the first time or again: coordinators of its coalition. */
export function canOpen(rights: Rights, statement: { coalitionId: string }): boolean {
  return rights.coordinates.has(statement.coalitionId);
}
