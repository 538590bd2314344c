import {
  type Command,
  type CommandScope,
  DateScalar,
  InvalidInput,
  isUuid,
  refuse,
} from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { WorkingGroupRecord } from '../entities/working-group-record.js';
import { canCoordinate } from '../policies/can-coordinate.js';
import { AlreadyEnded } from '../types/refusals.js';
import { cutDays } from './cut-days.js';
import { hasEnded } from './has-ended.js';

@InputType({ description: 'A working group to end, for all who are in it.' })
export class EndWorkingGroupInput {
  @Field(() => ID, { description: 'The working group.' })
  workingGroupId!: string;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; today (UTC) if left out.' })
  until?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The working group has an end.' })
export class EndWorkingGroupSuccess {
  workingGroupId!: string;
}

export const endWorkingGroup: Command<
  Tables,
  EndWorkingGroupInput,
  WorkingGroupRecord,
  EndWorkingGroupSuccess
> = {
  name: 'endWorkingGroup',
  subject: 'working group',
  success: EndWorkingGroupSuccess,
  load: async ({ em }, { workingGroupId }) =>
    isUuid(workingGroupId)
      ? em.findOne(WorkingGroupRecord, workingGroupId, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null,
  policy: canCoordinate,
  async change(scope, group, input) {
    const today = (await scope.now()).slice(0, 10);
    const until = input.until ?? today;
    if (hasEnded(group.until, today, until)) refuse(new AlreadyEnded('working group'));
    group.until = until;
    await scope.flush({
      working_group_days: () => new InvalidInput('until', '"until" must not be before the first day.'),
    });
    const { id, coalitionId } = group;
    await cutMemberships(scope, id, until);
    const data = { workingGroupId: id, coalitionId, until };
    scope.emit({ type: 'WORKING_GROUP_ENDED', subject: id, data });
    return Object.assign(new EndWorkingGroupSuccess(), { workingGroupId: id });
  },
};

async function cutMemberships(
  { sql: tx }: CommandScope<Tables>,
  groupId: string,
  until: string,
): Promise<void> {
  const { rows } = await sql<{ id: string; since: string }>`
    select id, since from working_group_membership
     where working_group_id = ${groupId} and (until is null or until > ${until}::date)
     order by id for update`.execute(tx);
  for (const row of rows) await cutDays(tx, 'working_group_membership', row, until);
}
