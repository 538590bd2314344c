import type { Rights } from '@coalition-hub/subgraph';

/** Who may show a draft to all members of the coalition. */
export function canStartConsultation(rights: Rights, statement: { coalitionId: string }): boolean {
  return rights.coordinates.has(statement.coalitionId);
}
