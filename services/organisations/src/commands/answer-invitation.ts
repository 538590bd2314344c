import { type Command, type CommandScope } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { CoalitionInvitationRecord } from '../entities/coalition-invitation-record.js';
import type { Tables } from '../entities/tables.js';
import { canAnswerInvitation } from '../policies/can-answer-invitation.js';
import { CoalitionInvitationState } from '../types/coalition-invitation.js';
import { MembershipRole } from '../types/membership.js';
import { addMembership } from './add-membership.js';
import { loadInvitation } from './load-invitation.js';
import { requirePending } from './require-pending.js';

@InputType({ description: 'An organisation’s answer to an invitation.' })
export class AnswerInvitationInput {
  @Field(() => ID, { description: 'The invitation.' })
  invitationId!: string;

  @Field(() => Boolean, { description: 'Whether the organisation joins, as of today (UTC).' })
  accept!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The invitation is answered.' })
export class AnswerInvitationSuccess {
  invitationId!: string;
}

export const answerInvitation: Command<
  Tables,
  AnswerInvitationInput,
  CoalitionInvitationRecord,
  AnswerInvitationSuccess
> = {
  name: 'answerInvitation',
  subject: 'invitation',
  success: AnswerInvitationSuccess,
  load: (scope, { invitationId }) => loadInvitation(scope, invitationId),
  policy: canAnswerInvitation,
  async change(scope, invitation, { accept }) {
    const now = await scope.now();
    requirePending(invitation, now.slice(0, 10));
    const { id, coalitionId, organisationId } = invitation;
    invitation.state = accept ? CoalitionInvitationState.ACCEPTED : CoalitionInvitationState.DECLINED;
    invitation.answeredAt = now;
    const data = { invitationId: id, coalitionId, organisationId, accepted: accept };
    scope.emit({ type: 'COALITION_INVITATION_ANSWERED', subject: id, data });
    if (accept) invitation.membershipId = await join(scope, invitation, now.slice(0, 10));
    return Object.assign(new AnswerInvitationSuccess(), { invitationId: id });
  },
};

function join(
  scope: CommandScope<Tables>,
  { coalitionId, organisationId }: CoalitionInvitationRecord,
  joinedOn: string,
): Promise<string> {
  const role = MembershipRole.MEMBER;
  return addMembership(scope, { coalitionId, organisationId, role, joinedOn, endedOn: null });
}
