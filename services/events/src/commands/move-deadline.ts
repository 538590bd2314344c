import { type Command, InvalidInput, isUuid, refuse } from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { deadlineMoment } from '../deadlines/deadline-moment.js';
import { DeadlineRecord } from '../entities/deadline-record.js';
import type { Tables } from '../entities/tables.js';
import { canArrangeEvents } from '../policies/can-arrange-events.js';

@InputType({ description: 'Another time for a deadline.' })
export class MoveDeadlineInput {
  @Field(() => ID, { description: 'The deadline.' })
  deadlineId!: string;

  @Field(() => String, {
    description:
      'What clocks in the timezone show then, such as "2022-08-29T18:00". Of an hour that comes twice the first is meant; one that clocks go over is refused.',
  })
  localTime!: string;

  @Field(() => String, {
    nullable: true,
    description: 'By its name in the IANA database; the one that the deadline has if left out.',
  })
  timezone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The deadline is moved.' })
export class MoveDeadlineSuccess {
  deadlineId!: string;
}

export const moveDeadline: Command<Tables, MoveDeadlineInput, DeadlineRecord, MoveDeadlineSuccess> = {
  name: 'moveDeadline',
  subject: 'deadline',
  success: MoveDeadlineSuccess,
  /** Locked: of two who move it to the same time, the second finds it there. */
  load: async ({ em }, { deadlineId }) =>
    isUuid(deadlineId)
      ? em.findOne(DeadlineRecord, deadlineId, { lockMode: LockMode.PESSIMISTIC_WRITE })
      : null,
  policy: canArrangeEvents,
  async change(scope, deadline, { localTime, timezone }) {
    const moment = deadlineMoment(localTime, timezone ?? deadline.timezone);
    if (moment.localTime === deadline.localTime && moment.timezone === deadline.timezone)
      refuse(new InvalidInput('localTime', 'The deadline is at that time already.'));
    Object.assign(deadline, moment);
    const { id: deadlineId, eventId, kind } = deadline;
    const data = { eventId, deadlineId, kind, instant: moment.instant };
    scope.emit({ type: 'DEADLINE_MOVED', subject: eventId, data });
    return Object.assign(new MoveDeadlineSuccess(), { deadlineId });
  },
};
