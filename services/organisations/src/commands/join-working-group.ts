import { type Command, DateScalar, InvalidInput, isUuid, refuse } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { WorkingGroupMembershipRecord } from '../entities/working-group-membership-record.js';
import { WorkingGroupRecord } from '../entities/working-group-record.js';
import { canCoordinate } from '../policies/can-coordinate.js';
import { WorkingGroupMembershipOverlaps } from '../types/coalition-life-refusals.js';
import { WorkingGroupRole } from '../types/working-group.js';
import { requireMembership } from './require-membership.js';
import { requireOrganisation } from './require-organisation.js';

@InputType({ description: 'A member of the coalition that joins a working group.' })
export class JoinWorkingGroupInput {
  @Field(() => ID, { description: 'The working group.' })
  workingGroupId!: string;

  @Field(() => ID, { description: 'The organisation; a member of the coalition on all of these days.' })
  organisationId!: string;

  @Field(() => WorkingGroupRole, {
    nullable: true,
    description: 'What it is in the group; a member if left out.',
  })
  role?: WorkingGroupRole | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day; today (UTC) if left out.' })
  since?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; that of the group if left out.' })
  until?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The organisation is in the working group.' })
export class JoinWorkingGroupSuccess {
  workingGroupMembershipId!: string;
}

export const joinWorkingGroup: Command<
  Tables,
  JoinWorkingGroupInput,
  WorkingGroupRecord,
  JoinWorkingGroupSuccess
> = {
  name: 'joinWorkingGroup',
  subject: 'working group',
  success: JoinWorkingGroupSuccess,
  // Shared: who ends the group waits, and finds the newcomer.
  load: async ({ em }, { workingGroupId }) =>
    isUuid(workingGroupId)
      ? em.findOne(WorkingGroupRecord, workingGroupId, { lockMode: LockMode.PESSIMISTIC_READ })
      : null,
  policy: canCoordinate,
  async change(scope, group, input) {
    const organisation = await requireOrganisation(scope, input.organisationId);
    const since = input.since ?? (await scope.now()).slice(0, 10);
    const until = input.until ?? group.until;
    requireDaysOf(group, since, until);
    const { id: workingGroupId, coalitionId } = group;
    const days = { organisationId: organisation.id, since, until };
    await requireMembership(scope, { coalitionId, ...days });
    const id = scope.newId('working group membership');
    const place = { workingGroupId, role: input.role ?? WorkingGroupRole.MEMBER, ...days };
    scope.em.persist(Object.assign(new WorkingGroupMembershipRecord(), { id, ...place }));
    await scope.flush({
      working_group_membership_overlap: () => new WorkingGroupMembershipOverlaps(),
    });
    const data = { workingGroupMembershipId: id, coalitionId, ...place };
    scope.emit({ type: 'WORKING_GROUP_JOINED', subject: workingGroupId, data });
    return Object.assign(new JoinWorkingGroupSuccess(), { workingGroupMembershipId: id });
  },
};

function requireDaysOf(group: WorkingGroupRecord, since: string, until: string | null): void {
  if (since < group.since || (group.until !== null && since > group.until)) {
    refuse(new InvalidInput('since', '"since" must be a day of the working group.'));
  }
  if (until !== null && until < since) {
    refuse(new InvalidInput('until', '"until" must not be before "since".'));
  }
  if (group.until !== null && until !== null && until > group.until) {
    refuse(new InvalidInput('until', '"until" must be a day of the working group.'));
  }
}
