import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

/** Who may close a statement for signature: coordinators of its coalition. */
export function canClose(rights: Rights, statement: { coalitionId: string }): boolean {
  return rights.hasRole(statement.coalitionId, coalitionPermissions['open and close signing']);
}
