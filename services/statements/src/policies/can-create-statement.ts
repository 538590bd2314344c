import type { Rights } from '@coalition-hub/subgraph';

/** Who may start a statement of a coalition. */
export function canCreateStatement(rights: Rights, coalition: { id: string }): boolean {
  return rights.coordinates.has(coalition.id);
}
