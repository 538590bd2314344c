import type { Rights } from '@coalition-hub/subgraph';

/** Who may take a statement back. */
export function canWithdrawStatement(rights: Rights, statement: { coalitionId: string }): boolean {
  return rights.coordinates.has(statement.coalitionId);
}
