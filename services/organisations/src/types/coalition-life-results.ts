import { IdempotencyKeyReused, InvalidInput, NotFound } from '@coalition-hub/subgraph';
import { createUnionType } from 'type-graphql';
import { AnswerInvitationSuccess } from '../commands/answer-invitation.js';
import { AppointToRoleSuccess } from '../commands/appoint-to-role.js';
import { CreateWorkingGroupSuccess } from '../commands/create-working-group.js';
import { EndRoleTermSuccess } from '../commands/end-role-term.js';
import { EndWorkingGroupSuccess } from '../commands/end-working-group.js';
import { InviteOrganisationSuccess } from '../commands/invite-organisation.js';
import { JoinWorkingGroupSuccess } from '../commands/join-working-group.js';
import { LeaveWorkingGroupSuccess } from '../commands/leave-working-group.js';
import { WithdrawInvitationSuccess } from '../commands/withdraw-invitation.js';
import {
  AlreadyInvited,
  InvitationNotPending,
  NotMember,
  RoleTermOverlaps,
  WorkingGroupMembershipOverlaps,
} from './coalition-life-refusals.js';
import { AlreadyEnded, MembershipOverlaps } from './refusals.js';

export const AppointToRoleResult = createUnionType({
  name: 'AppointToRoleResult',
  description: 'What came of appointing a member to a role.',
  types: () =>
    [
      AppointToRoleSuccess,
      NotMember,
      RoleTermOverlaps,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const EndRoleTermResult = createUnionType({
  name: 'EndRoleTermResult',
  description: 'What came of ending a term.',
  types: () => [EndRoleTermSuccess, AlreadyEnded, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const CreateWorkingGroupResult = createUnionType({
  name: 'CreateWorkingGroupResult',
  description: 'What came of setting up a working group.',
  types: () => [CreateWorkingGroupSuccess, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const JoinWorkingGroupResult = createUnionType({
  name: 'JoinWorkingGroupResult',
  description: 'What came of joining a working group.',
  types: () =>
    [
      JoinWorkingGroupSuccess,
      NotMember,
      WorkingGroupMembershipOverlaps,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const LeaveWorkingGroupResult = createUnionType({
  name: 'LeaveWorkingGroupResult',
  description: 'What came of leaving a working group.',
  types: () =>
    [LeaveWorkingGroupSuccess, AlreadyEnded, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const EndWorkingGroupResult = createUnionType({
  name: 'EndWorkingGroupResult',
  description: 'What came of ending a working group.',
  types: () => [EndWorkingGroupSuccess, AlreadyEnded, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});

export const InviteOrganisationResult = createUnionType({
  name: 'InviteOrganisationResult',
  description: 'What came of inviting an organisation.',
  types: () =>
    [
      InviteOrganisationSuccess,
      AlreadyInvited,
      MembershipOverlaps,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const AnswerInvitationResult = createUnionType({
  name: 'AnswerInvitationResult',
  description: 'What came of answering an invitation.',
  types: () =>
    [
      AnswerInvitationSuccess,
      InvitationNotPending,
      MembershipOverlaps,
      InvalidInput,
      NotFound,
      IdempotencyKeyReused,
    ] as const,
});

export const WithdrawInvitationResult = createUnionType({
  name: 'WithdrawInvitationResult',
  description: 'What came of taking an invitation back.',
  types: () =>
    [WithdrawInvitationSuccess, InvitationNotPending, InvalidInput, NotFound, IdempotencyKeyReused] as const,
});
