import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

/** Who may open a statement for signature, for the first time or again: coordinators of its coalition. */
export function canOpen(rights: Rights, statement: { coalitionId: string }): boolean {
  return rights.hasRole(statement.coalitionId, coalitionPermissions['open and close signing']);
}
