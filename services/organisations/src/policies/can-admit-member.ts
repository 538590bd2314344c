import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

/** Who may let organisations into a coalition and end their stay. */
export function canAdmitMember(rights: Rights, coalition: { id: string }): boolean {
  return rights.hasRole(coalition.id, coalitionPermissions['admit members and end memberships']);
}
