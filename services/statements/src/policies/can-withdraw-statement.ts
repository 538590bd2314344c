import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

/** Who may take a statement back. */
export function canWithdrawStatement(rights: Rights, statement: { coalitionId: string }): boolean {
  return rights.hasRole(statement.coalitionId, coalitionPermissions['withdraw statements']);
}
