import type { Rights } from '@coalition-hub/subgraph';

/** Who may let organisations into a coalition and end their stay. */
export function canAdmitMember(rights: Rights, coalition: { id: string }): boolean {
  return rights.coordinates.has(coalition.id);
}
