import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

/** Who may invite organisations to sign a statement, and take that back: coordinators of its coalition. */
export function canInviteToSign(rights: Rights, subject: { coalitionId: string }): boolean {
  return rights.hasRole(subject.coalitionId, coalitionPermissions['invite to sign']);
}
