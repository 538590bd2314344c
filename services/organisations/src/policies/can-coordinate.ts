import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

/** Running a coalition: appointing to its roles, setting up its working groups, inviting organisations. */
export function canCoordinate(rights: Rights, { coalitionId }: { coalitionId: string }): boolean {
  return rights.hasRole(
    coalitionId,
    coalitionPermissions['run the coalition: terms, working groups, invitations'],
  );
}
