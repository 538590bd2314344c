import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AnswerInvitationSuccess } from '../commands/answer-invitation.js';
import { AppointToRoleSuccess } from '../commands/appoint-to-role.js';
import { CreateWorkingGroupSuccess } from '../commands/create-working-group.js';
import { EndRoleTermSuccess } from '../commands/end-role-term.js';
import { EndWorkingGroupSuccess } from '../commands/end-working-group.js';
import { InviteOrganisationSuccess } from '../commands/invite-organisation.js';
import { JoinWorkingGroupSuccess } from '../commands/join-working-group.js';
import { LeaveWorkingGroupSuccess } from '../commands/leave-working-group.js';
import { WithdrawInvitationSuccess } from '../commands/withdraw-invitation.js';
import type { Context } from '../context.js';
import { CoalitionInvitation } from '../types/coalition-invitation.js';
import { CoalitionRoleTerm } from '../types/role-term.js';
import { WorkingGroup, WorkingGroupMembership } from '../types/working-group.js';

@Resolver(() => AppointToRoleSuccess)
export class AppointToRoleSuccessResolver {
  @FieldResolver(() => CoalitionRoleTerm, {
    nullable: true,
    description: 'The term. Null on a repeat, if it was called off since.',
  })
  roleTerm(@Root() { roleTermId }: AppointToRoleSuccess, @Ctx() { loaders }: Context) {
    return loaders.roleTermsById.load(roleTermId);
  }
}

@Resolver(() => EndRoleTermSuccess)
export class EndRoleTermSuccessResolver {
  @FieldResolver(() => CoalitionRoleTerm, {
    nullable: true,
    description: 'The term. Null on a repeat, if it was called off since.',
  })
  roleTerm(@Root() { roleTermId }: EndRoleTermSuccess, @Ctx() { loaders }: Context) {
    return loaders.roleTermsById.load(roleTermId);
  }
}

@Resolver(() => CreateWorkingGroupSuccess)
export class CreateWorkingGroupSuccessResolver {
  @FieldResolver(() => WorkingGroup, { description: 'The working group.' })
  workingGroup(@Root() { workingGroupId }: CreateWorkingGroupSuccess, @Ctx() { loaders }: Context) {
    return loaders.workingGroupsById.load(workingGroupId);
  }
}

@Resolver(() => EndWorkingGroupSuccess)
export class EndWorkingGroupSuccessResolver {
  @FieldResolver(() => WorkingGroup, { description: 'The working group.' })
  workingGroup(@Root() { workingGroupId }: EndWorkingGroupSuccess, @Ctx() { loaders }: Context) {
    return loaders.workingGroupsById.load(workingGroupId);
  }
}

@Resolver(() => JoinWorkingGroupSuccess)
export class JoinWorkingGroupSuccessResolver {
  @FieldResolver(() => WorkingGroupMembership, {
    nullable: true,
    description: 'The organisation’s time in the group. Null on a repeat, if it was called off since.',
  })
  workingGroupMembership(
    @Root() { workingGroupMembershipId }: JoinWorkingGroupSuccess,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.workingGroupMembershipsById.load(workingGroupMembershipId);
  }
}

@Resolver(() => LeaveWorkingGroupSuccess)
export class LeaveWorkingGroupSuccessResolver {
  @FieldResolver(() => WorkingGroupMembership, {
    nullable: true,
    description: 'The organisation’s time in the group. Null on a repeat, if it was called off since.',
  })
  workingGroupMembership(
    @Root() { workingGroupMembershipId }: LeaveWorkingGroupSuccess,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.workingGroupMembershipsById.load(workingGroupMembershipId);
  }
}

@Resolver(() => InviteOrganisationSuccess)
export class InviteOrganisationSuccessResolver {
  @FieldResolver(() => CoalitionInvitation, {
    nullable: true,
    description: 'The invitation; null on a repeat, if it is not open to the viewer any more.',
  })
  invitation(@Root() { invitationId }: InviteOrganisationSuccess, @Ctx() { loaders }: Context) {
    return loaders.invitationsById.load(invitationId);
  }
}

@Resolver(() => AnswerInvitationSuccess)
export class AnswerInvitationSuccessResolver {
  @FieldResolver(() => CoalitionInvitation, {
    nullable: true,
    description: 'The invitation; null on a repeat, if it is not open to the viewer any more.',
  })
  invitation(@Root() { invitationId }: AnswerInvitationSuccess, @Ctx() { loaders }: Context) {
    return loaders.invitationsById.load(invitationId);
  }
}

@Resolver(() => WithdrawInvitationSuccess)
export class WithdrawInvitationSuccessResolver {
  @FieldResolver(() => CoalitionInvitation, {
    nullable: true,
    description: 'The invitation; null on a repeat, if it is not open to the viewer any more.',
  })
  invitation(@Root() { invitationId }: WithdrawInvitationSuccess, @Ctx() { loaders }: Context) {
    return loaders.invitationsById.load(invitationId);
  }
}
