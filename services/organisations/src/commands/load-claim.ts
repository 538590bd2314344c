import { type CommandScope, isUuid } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { ClaimRecord } from '../entities/claim-record.js';
import type { Tables } from '../entities/tables.js';
import { lockMandates } from './administered-organisation.js';

/** A claim that exists under these conditions, with its organisation's mandates locked; null for every other. */
export async function loadClaim(
  scope: CommandScope<Tables>,
  claimId: string,
  where: Partial<Pick<ClaimRecord, 'personId' | 'way'>> = {},
): Promise<ClaimRecord | null> {
  if (!isUuid(claimId)) return null;
  const found = await scope.em.findOne(ClaimRecord, { id: claimId, ...where });
  if (found === null) return null;
  await lockMandates(scope, found.organisationId);
  return scope.em.findOne(
    ClaimRecord,
    { id: claimId, ...where },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
}
