import { refuse } from '@coalition-hub/subgraph';
import type { CoalitionInvitationRecord } from '../entities/coalition-invitation-record.js';
import { CoalitionInvitationState } from '../types/coalition-invitation.js';
import { InvitationNotPending } from '../types/coalition-life-refusals.js';

/** Refuses to touch an invitation that is settled. @param today by the database’s clock, read under its lock */
export function requirePending({ state, expiresOn }: CoalitionInvitationRecord, today: string): void {
  if (state !== CoalitionInvitationState.PENDING) {
    refuse(new InvitationNotPending(state as CoalitionInvitationState));
  }
  if (expiresOn !== null && expiresOn < today) {
    refuse(new InvitationNotPending(CoalitionInvitationState.EXPIRED));
  }
}
