import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

/** Who may report that somebody signed elsewhere, on paper or by mail: coordinators of the statement's coalition. */
export function canReportSignature(rights: Rights, statement: { coalitionId: string }): boolean {
  return rights.hasRole(
    statement.coalitionId,
    coalitionPermissions['report signatures, and withdraw reported ones'],
  );
}
