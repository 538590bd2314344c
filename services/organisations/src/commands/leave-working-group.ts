import { type Command, DateScalar, InvalidInput, isUuid, refuse } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { WorkingGroupMembershipRecord } from '../entities/working-group-membership-record.js';
import { WorkingGroupRecord } from '../entities/working-group-record.js';
import { canCoordinate } from '../policies/can-coordinate.js';
import { AlreadyEnded } from '../types/refusals.js';
import { hasEnded } from './has-ended.js';

@InputType({ description: 'An organisation’s time in a working group to end.' })
export class LeaveWorkingGroupInput {
  @Field(() => ID, { description: 'Its membership of the working group.' })
  workingGroupMembershipId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; today (UTC) if left out.' })
  until?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The organisation’s time in the working group has an end.' })
export class LeaveWorkingGroupSuccess {
  workingGroupMembershipId!: string;
}

interface Place {
  readonly coalitionId: string;
  readonly held: WorkingGroupMembershipRecord;
}

export const leaveWorkingGroup: Command<Tables, LeaveWorkingGroupInput, Place, LeaveWorkingGroupSuccess> = {
  name: 'leaveWorkingGroup',
  subject: 'membership of a working group',
  success: LeaveWorkingGroupSuccess,
  async load({ em }, { workingGroupMembershipId: id }) {
    if (!isUuid(id)) return null;
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const held = await em.findOne(WorkingGroupMembershipRecord, id, { lockMode });
    if (held === null) return null;
    const { coalitionId } = await em.findOneOrFail(WorkingGroupRecord, held.workingGroupId);
    return { coalitionId, held };
  },
  policy: canCoordinate,
  async change(scope, { coalitionId, held }, input) {
    const today = (await scope.now()).slice(0, 10);
    const lastDay = input.until ?? today;
    if (hasEnded(held.until, today, lastDay)) refuse(new AlreadyEnded('membership of the working group'));
    held.until = lastDay;
    await scope.flush({
      working_group_membership_days: () =>
        new InvalidInput('until', '"until" must not be before the first day.'),
    });
    const { id, workingGroupId, organisationId, until } = held;
    const data = { workingGroupMembershipId: id, workingGroupId, coalitionId, organisationId, until };
    scope.emit({ type: 'WORKING_GROUP_LEFT', subject: workingGroupId, data });
    return Object.assign(new LeaveWorkingGroupSuccess(), { workingGroupMembershipId: id });
  },
};
