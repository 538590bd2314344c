import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

/** Coordinators of the statement's coalition. */
export function canRecordDelivery(
  rights: Rights,
  { statement }: { readonly statement: { readonly coalitionId: string } },
): boolean {
  return rights.hasRole(statement.coalitionId, coalitionPermissions['record deliveries']);
}
