import {
  type Command,
  cleanLine,
  cleanText,
  DateScalar,
  InvalidInput,
  isUuid,
} from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CoalitionRecord } from '../entities/coalition-record.js';
import type { Tables } from '../entities/tables.js';
import { WorkingGroupRecord } from '../entities/working-group-record.js';
import { canCoordinate } from '../policies/can-coordinate.js';

@InputType({ description: 'A working group to set up.' })
export class CreateWorkingGroupInput {
  @Field(() => ID, { description: 'The coalition.' })
  coalitionId!: string;

  @Field(() => String, { description: 'The name it goes by, 200 characters at most.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What it works on, 5,000 characters at most.' })
  purpose?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day; today (UTC) if left out.' })
  since?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day; no end is known if left out.' })
  until?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The working group exists.' })
export class CreateWorkingGroupSuccess {
  workingGroupId!: string;
}

export const createWorkingGroup: Command<
  Tables,
  CreateWorkingGroupInput,
  CoalitionRecord,
  CreateWorkingGroupSuccess
> = {
  name: 'createWorkingGroup',
  subject: 'coalition',
  success: CreateWorkingGroupSuccess,
  load: async ({ em }, { coalitionId }) =>
    isUuid(coalitionId) ? em.findOne(CoalitionRecord, coalitionId) : null,
  policy: (rights, { id }) => canCoordinate(rights, { coalitionId: id }),
  async change(scope, { id: coalitionId }, input) {
    const record = Object.assign(new WorkingGroupRecord(), {
      id: scope.newId('working group'),
      coalitionId,
      name: cleanLine(input.name, { field: 'name', max: 200 }),
      purpose: input.purpose == null ? null : cleanText(input.purpose, { field: 'purpose', max: 5_000 }),
      since: input.since ?? (await scope.now()).slice(0, 10),
      until: input.until ?? null,
    });
    scope.em.persist(record);
    await scope.flush({
      working_group_days: () => new InvalidInput('until', '"until" must not be before "since".'),
      working_group_name: () =>
        new InvalidInput('name', 'The coalition has a working group of this name on some of these days.'),
    });
    const { id, name, since, until } = record;
    const data = { workingGroupId: id, coalitionId, name, since, until };
    scope.emit({ type: 'WORKING_GROUP_CREATED', subject: id, data });
    return Object.assign(new CreateWorkingGroupSuccess(), { workingGroupId: id });
  },
};
