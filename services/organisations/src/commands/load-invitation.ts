import { type CommandScope, isUuid } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { CoalitionInvitationRecord } from '../entities/coalition-invitation-record.js';
import type { Tables } from '../entities/tables.js';
import { invitationSides } from '../policies/invitation-sides.js';

/** Locked; null for one that does not exist for the viewer, who must not even wait for it. */
export async function loadInvitation(
  { em, rights }: CommandScope<Tables>,
  id: string,
): Promise<CoalitionInvitationRecord | null> {
  if (!isUuid(id)) return null;
  const { coalitionIds, organisationIds } = invitationSides(rights);
  const mine = [
    { coalitionId: { $in: [...coalitionIds] } },
    { organisationId: { $in: [...organisationIds] } },
  ];
  return em.findOne(CoalitionInvitationRecord, { id, $or: mine }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}
