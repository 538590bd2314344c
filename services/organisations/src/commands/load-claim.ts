import { type CommandScope, isUuid } from '@coalition-hub/subgraph';
import { ClaimRecord } from '../entities/claim-record.js';
import type { Tables } from '../entities/tables.js';
import { findUnderLock } from './lock-mandates.js';

/** A claim that exists under these conditions, with its organisation's mandates locked; null for every other. */
export async function loadClaim(
  scope: CommandScope<Tables>,
  claimId: string,
  where: Partial<Pick<ClaimRecord, 'personId' | 'way'>> = {},
): Promise<ClaimRecord | null> {
  if (!isUuid(claimId)) return null;
  return findUnderLock(scope, (reading) => scope.em.findOne(ClaimRecord, { id: claimId, ...where }, reading));
}
