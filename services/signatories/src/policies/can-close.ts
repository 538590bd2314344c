import type { Rights } from '@coalition-hub/subgraph';

/** Who may close a statement for signature: coordinators of its coalition. */
export function canClose(rights: Rights, statement: { coalitionId: string }): boolean {
  return rights.coordinates.has(statement.coalitionId);
}
