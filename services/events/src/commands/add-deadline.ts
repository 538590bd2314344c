import { type Command, type CommandScope, cleanLine, InvalidInput } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { deadlineMoment } from '../deadlines/deadline-moment.js';
import { DeadlineRecord } from '../entities/deadline-record.js';
import type { EventRecord } from '../entities/event-record.js';
import type { Tables } from '../entities/tables.js';
import { canArrangeEvents } from '../policies/can-arrange-events.js';
import { DeadlineKind } from '../types/deadline-kind.js';
import { standingEvent } from './standing-event.js';

@InputType({ description: 'A deadline to set for an event.' })
export class AddDeadlineInput {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => DeadlineKind, { description: 'What has to be done by then.' })
  kind!: DeadlineKind;

  @Field(() => String, {
    nullable: true,
    description: 'Said about it, 200 characters at most; with the kind it is unique within the event.',
  })
  label?: string | null;

  @Field(() => String, {
    description:
      'What clocks in the timezone show then, such as "2022-08-29T18:00". Of an hour that comes twice the first is meant; one that clocks go over is refused.',
  })
  localTime!: string;

  @Field(() => String, {
    nullable: true,
    description: 'By its name in the IANA database, such as "Europe/Zurich"; the event’s if left out.',
  })
  timezone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The deadline is set.' })
export class AddDeadlineSuccess {
  deadlineId!: string;
}

export const addDeadline: Command<Tables, AddDeadlineInput, EventRecord, AddDeadlineSuccess> = {
  name: 'addDeadline',
  subject: 'event',
  success: AddDeadlineSuccess,
  load: ({ em }, { eventId }) => standingEvent(em, eventId),
  policy: canArrangeEvents,
  async change(scope, event, input) {
    const { id: deadlineId, kind, instant } = await insertDeadline(scope, event, input);
    const data = { eventId: event.id, deadlineId, kind, instant };
    scope.emit({ type: 'DEADLINE_ADDED', subject: event.id, data });
    return Object.assign(new AddDeadlineSuccess(), { deadlineId });
  },
};

async function insertDeadline(
  scope: CommandScope<Tables>,
  event: EventRecord,
  { kind, label, localTime, timezone }: AddDeadlineInput,
): Promise<DeadlineRecord> {
  const record = Object.assign(new DeadlineRecord(), {
    id: scope.newId('deadline'),
    eventId: event.id,
    kind,
    label: label == null ? null : cleanLine(label, { field: 'label', max: 200 }),
    ...deadlineMoment(localTime, timezone ?? event.timezone),
  });
  scope.em.persist(record);
  await scope.flush({
    deadline_once: () =>
      new InvalidInput('label', 'This event has such a deadline already. Move it, or give this one a label.'),
  });
  return record;
}
