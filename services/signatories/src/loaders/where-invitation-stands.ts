import type { Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import type { SigningInvitationState } from '../types/signing-invitation.js';
import { invitationState } from './invitation-row.js';

/** State of an invitation that exists. */
export async function whereInvitationStands(db: Reads<Tables>, id: string): Promise<SigningInvitationState> {
  const { state } = await db
    .selectFrom('signing_invitation')
    .select(invitationState.as('state'))
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return state;
}
