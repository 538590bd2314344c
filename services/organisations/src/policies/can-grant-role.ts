import type { Rights } from '@coalition-hub/subgraph';
import { PersonRole } from '../types/viewer.js';
import { coalitionPermissions } from './coalition-permissions.js';

export interface GrantedRole {
  /** Null for the whole hub. */
  readonly coalitionId: string | null;
  readonly role: string;
}

/** Administrators give and take all roles, coordinators those below theirs in their own coalition. */
export function canGrantRole(rights: Rights, { coalitionId, role }: GrantedRole): boolean {
  if (rights.administrator) return true;
  if (coalitionId === null || role === PersonRole.COORDINATOR || role === PersonRole.ADMINISTRATOR)
    return false;
  return rights.hasRole(coalitionId, coalitionPermissions['grant and revoke roles other than coordinator']);
}
