import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

/** Who may start a statement of a coalition. */
export function canCreateStatement(rights: Rights, coalition: { id: string }): boolean {
  return rights.hasRole(coalition.id, coalitionPermissions['create statements']);
}
