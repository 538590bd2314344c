import { sql } from 'kysely';
import type { SigningInvitation, SigningInvitationState } from '../types/signing-invitation.js';

export interface InvitationRow {
  readonly id: string;
  readonly statementId: string;
  readonly organisationId: string;
  readonly name: string;
  readonly state: SigningInvitationState;
  /** ISO 8601, UTC, with microseconds: exact, as a place in a list must be. */
  readonly invitedAt: string;
}

/** The public signature of the invited organisation that stands, if one does. */
export const standingSignature = sql<string | null>`(
  select signature.id from signature
   where signature.statement_id = signing_invitation.statement_id
     and signature.organisation_id = signing_invitation.organisation_id and signature.status = 'SIGNED')`;

/** Derived from the signature at each reading: signing and inviting never wait for each other. */
export const invitationState = sql<SigningInvitationState>`
  case
    when signing_invitation.withdrawn_at is not null then 'WITHDRAWN'
    when ${standingSignature} is not null then 'SIGNED'
    when signing_invitation.declined_at is not null then 'DECLINED'
    else 'NOT_ANSWERED'
  end`;

export const invitationColumns = [
  'signing_invitation.id',
  'signing_invitation.statement_id as statementId',
  'signing_invitation.organisation_id as organisationId',
  'signing_invitation.name',
  invitationState.as('state'),
  sql<string>`to_char(signing_invitation.invited_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`.as(
    'invitedAt',
  ),
] as const;

export function invitationOf(row: InvitationRow): SigningInvitation {
  return {
    id: row.id,
    statement: { id: row.statementId },
    organisation: { id: row.organisationId },
    state: row.state,
    invitedOn: row.invitedAt.slice(0, 10),
  };
}
