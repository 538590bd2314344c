import { type CommandScope, isUuid, refuse } from '@coalition-hub/subgraph';
import { MandateRecord } from '../entities/mandate-record.js';
import type { Tables } from '../entities/tables.js';
import { OfferNotPending } from '../types/access-refusals.js';
import { MandateState } from '../types/mandate.js';
import { administers } from './administered-organisation.js';
import { findUnderLock } from './lock-mandates.js';

/** Locked; null for what was never offered to the caller, who must not even wait for it. */
export async function offeredMandate(
  scope: CommandScope<Tables>,
  mandateId: string,
): Promise<MandateRecord | null> {
  const { personId } = scope.rights;
  if (personId === null || !isUuid(mandateId)) return null;
  const mine = { id: mandateId, personId, offeredBy: { $ne: null } };
  return findUnderLock(scope, (reading) => scope.em.findOne(MandateRecord, mine, reading));
}

/** @param today by the database’s clock, read under the mandate’s lock */
export async function requireOffered(
  scope: CommandScope<Tables>,
  { state, revokedAt, answerBy, endsOn, offeredBy, organisationId }: MandateRecord,
  today: string,
): Promise<void> {
  if (revokedAt !== null) refuse(new OfferNotPending(MandateState.REVOKED));
  if (state !== MandateState.OFFERED) refuse(new OfferNotPending(state as MandateState));
  const late = (answerBy ?? today) < today || (endsOn !== null && endsOn < today);
  const standing = offeredBy !== null && (await administers(scope, organisationId, offeredBy));
  if (late || !standing) refuse(new OfferNotPending(MandateState.OFFERED));
}
