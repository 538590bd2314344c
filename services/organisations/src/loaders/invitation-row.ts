import type { Keyset, Reads, Rights } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { isInvitationOpenTo } from '../policies/invitation-sides.js';
import type { CoalitionInvitation, CoalitionInvitationState } from '../types/coalition-invitation.js';

/** Nothing is written when a last day passes. */
const state = sql<CoalitionInvitationState>`(
  case when coalition_invitation.state = 'PENDING'
        and coalition_invitation.expires_on < (hub_now() at time zone 'UTC')::date
       then 'EXPIRED' else coalition_invitation.state end)`;

export const invitationColumns = [
  'coalition_invitation.id',
  'coalition_invitation.coalition_id as coalitionId',
  'coalition_invitation.organisation_id as organisationId',
  'coalition_invitation.membership_id as membershipId',
  state.as('state'),
  'coalition_invitation.message',
  'coalition_invitation.invited_at as invitedAt',
  'coalition_invitation.expires_on as expiresOn',
  'coalition_invitation.answered_at as answeredAt',
] as const;

export interface InvitationsChoice {
  /** All for null. */
  readonly state: CoalitionInvitationState | null;
}

/** The invitations that exist for a viewer with these rights. */
export function openInvitations(reads: Reads<Tables>, rights: Rights, choice: InvitationsChoice) {
  const invitations = reads.selectFrom('coalition_invitation').where(isInvitationOpenTo(rights));
  return choice.state === null ? invitations : invitations.where(state, '=', choice.state);
}

export const newestFirst: Keyset = {
  columns: [
    { column: 'coalition_invitation.invited_at', type: 'timestamptz' },
    { column: 'coalition_invitation.id', type: 'uuid' },
  ],
  direction: 'desc',
};

export const placeOf = ({ invitedAt, id }: Pick<CoalitionInvitation, 'invitedAt' | 'id'>) => [invitedAt, id];
