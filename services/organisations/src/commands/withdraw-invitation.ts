import type { Command } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { CoalitionInvitationRecord } from '../entities/coalition-invitation-record.js';
import type { Tables } from '../entities/tables.js';
import { canCoordinate } from '../policies/can-coordinate.js';
import { CoalitionInvitationState } from '../types/coalition-invitation.js';
import { loadInvitation } from './load-invitation.js';
import { requirePending } from './require-pending.js';

@InputType({ description: 'An invitation to take back.' })
export class WithdrawInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The invitation is taken back.' })
export class WithdrawInvitationSuccess {
  invitationId!: string;
}

export const withdrawInvitation: Command<
  Tables,
  WithdrawInvitationInput,
  CoalitionInvitationRecord,
  WithdrawInvitationSuccess
> = {
  name: 'withdrawInvitation',
  subject: 'invitation',
  success: WithdrawInvitationSuccess,
  load: (scope, { invitationId }) => loadInvitation(scope, invitationId),
  policy: canCoordinate,
  async change(scope, invitation) {
    const now = await scope.now();
    requirePending(invitation, now.slice(0, 10));
    const { id, coalitionId, organisationId } = invitation;
    invitation.state = CoalitionInvitationState.WITHDRAWN;
    invitation.answeredAt = now;
    const data = { invitationId: id, coalitionId, organisationId };
    scope.emit({ type: 'COALITION_INVITATION_WITHDRAWN', subject: id, data });
    return Object.assign(new WithdrawInvitationSuccess(), { invitationId: id });
  },
};
