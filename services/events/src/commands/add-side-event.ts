import {
  type Command,
  type CommandScope,
  cleanLine,
  DateTimeScalar,
  InvalidInput,
} from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { EventRecord } from '../entities/event-record.js';
import { SideEventRecord } from '../entities/side-event-record.js';
import type { Tables } from '../entities/tables.js';
import { canArrangeEvents } from '../policies/can-arrange-events.js';
import { checkNamed, meantOrganisations } from './check-organisations.js';
import { checkSideEventDay } from './check-side-event-day.js';
import { standingEvent } from './standing-event.js';

@InputType({ description: 'A side event to announce.' })
export class AddSideEventInput {
  @Field(() => ID, { description: 'The event beside which it is held.' })
  eventId!: string;

  @Field(() => String, { description: 'What it is called, 300 characters at most.' })
  title!: string;

  @Field(() => [ID], { description: 'The organisations that hold it, in order: 1 to 50, each once.' })
  organiserIds!: string[];

  @Field(() => DateTimeScalar, { description: 'When it begins, on one of the event’s days.' })
  startsAt!: string;

  @Field(() => String, { description: 'Where it takes place, 200 characters at most.' })
  place!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The side event is announced.' })
export class AddSideEventSuccess {
  sideEventId!: string;
}

export const addSideEvent: Command<Tables, AddSideEventInput, EventRecord, AddSideEventSuccess> = {
  name: 'addSideEvent',
  subject: 'event',
  success: AddSideEventSuccess,
  load: ({ em }, { eventId }) => standingEvent(em, eventId),
  policy: canArrangeEvents,
  async change(scope, event, input) {
    checkSideEventDay(event, input.startsAt, outside);
    checkNamed('organiserIds', input.organiserIds, { least: 1 });
    const organiserIds = (await meantOrganisations(scope, input.organiserIds))(input.organiserIds);
    const sideEventId = await insertSideEvent(scope, { ...input, organiserIds });
    const data = { eventId: event.id, sideEventId };
    scope.emit({ type: 'SIDE_EVENT_ADDED', subject: event.id, data });
    return Object.assign(new AddSideEventSuccess(), { sideEventId });
  },
};

const outside = ({ startsOn, endsOn }: Pick<EventRecord, 'startsOn' | 'endsOn'>) =>
  new InvalidInput('startsAt', `"startsAt" must be on a day of the event, ${startsOn} to ${endsOn}.`);

async function insertSideEvent(scope: CommandScope<Tables>, input: AddSideEventInput): Promise<string> {
  const { eventId, organiserIds, startsAt } = input;
  const id = scope.newId('side event');
  const title = cleanLine(input.title, { field: 'title', max: 300 });
  const place = cleanLine(input.place, { field: 'place', max: 200 });
  scope.em.persist(
    Object.assign(new SideEventRecord(), { id, eventId, title, organiserIds, startsAt, place }),
  );
  await scope.flush({
    side_event_once: () => new InvalidInput('title', 'This side event has been announced already.'),
  });
  return id;
}
