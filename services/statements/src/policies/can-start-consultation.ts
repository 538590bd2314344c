import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

/** Who may show a draft to all members of the coalition. */
export function canStartConsultation(rights: Rights, statement: { coalitionId: string }): boolean {
  return rights.hasRole(statement.coalitionId, coalitionPermissions['start consultations']);
}
