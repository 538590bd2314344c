import {
  type Command,
  type CommandScope,
  DateScalar,
  InvalidInput,
  isUuid,
  refuse,
} from '@coalition-hub/subgraph';
import { LockMode } from '@mikro-orm/core';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { EventRecord } from '../entities/event-record.js';
import type { Tables } from '../entities/tables.js';
import { canArrangeEvents } from '../policies/can-arrange-events.js';
import { checkSideEventDay } from './check-side-event-day.js';
import { cleanDetail, endsBeforeItStarts } from './event-details.js';
import { followTimezone } from './follow-timezone.js';
import { type EventDetails, keepDeliveries } from './keep-deliveries.js';

@InputType({
  description:
    'What to change about an event. What is left out stays, null takes away. The slug and the body stay; from the first delivery on the title and the session stay too, and all from the first that was read out.',
})
export class UpdateEventInput {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => String, { nullable: true, description: 'What it is called, 300 characters at most.' })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number or name of the session, such as "51", 40 characters at most.',
  })
  session?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day, not before the first.' })
  endsOn?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it takes place, 200 characters at most.' })
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Country of the place, ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Timezone of the place, by its name in the IANA database, such as "Europe/Zurich".',
  })
  timezone?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether deadlines that are stated in the timezone that the event had keep what clocks show, in its new timezone, and so come at another instant; true if left out. If false they stay in the timezone that they are stated in. Deadlines in other timezones always stay.',
  })
  deadlinesFollow?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The event is changed.' })
export class UpdateEventSuccess {
  eventId!: string;
}

export const updateEvent: Command<Tables, UpdateEventInput, EventRecord, UpdateEventSuccess> = {
  name: 'updateEvent',
  subject: 'event',
  success: UpdateEventSuccess,
  /** Locked: whoever records a delivery or states a deadline by its days or timezone is waited for, or waits. */
  load: async ({ em }, { eventId }) =>
    isUuid(eventId) ? em.findOne(EventRecord, eventId, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null,
  policy: canArrangeEvents,
  async change(scope, event, input) {
    const before = { ...detailsOf(event) };
    Object.assign(event, cleanChanges(input));
    if (isSame(before, detailsOf(event)))
      refuse(new InvalidInput('eventId', 'This is how the event is already.'));
    await keepDeliveries(scope, before, event);
    await scope.flush({ event_days: () => outOfOrder(before, event) });
    await refuseSideEventsOutside(scope, event);
    const { id: eventId, slug, title } = event;
    scope.emit({ type: 'EVENT_UPDATED', subject: eventId, data: { eventId, slug, title } });
    if (input.deadlinesFollow !== false) await followTimezone(scope, event, before.timezone);
    return Object.assign(new UpdateEventSuccess(), { eventId });
  },
};

function detailsOf({
  title,
  session,
  startsOn,
  endsOn,
  place,
  country,
  timezone,
}: EventRecord): EventDetails {
  return { title, session, startsOn, endsOn, place, country, timezone };
}

function isSame(before: EventDetails, after: EventDetails): boolean {
  return (Object.keys(before) as (keyof EventDetails)[]).every((name) => before[name] === after[name]);
}

function cleanChanges(input: UpdateEventInput): Partial<EventDetails> {
  const { title, session, startsOn, endsOn, place, country, timezone } = input;
  return {
    ...(title !== undefined && { title: cleanDetail.title(required('title', title)) }),
    ...(startsOn !== undefined && { startsOn: required('startsOn', startsOn) }),
    ...(endsOn !== undefined && { endsOn: required('endsOn', endsOn) }),
    ...(place !== undefined && { place: cleanDetail.place(required('place', place)) }),
    ...(session !== undefined && { session: session === null ? null : cleanDetail.session(session) }),
    ...(country !== undefined && { country: country === null ? null : cleanDetail.country(country) }),
    ...(timezone !== undefined && { timezone: timezone === null ? null : cleanDetail.timezone(timezone) }),
  };
}

/** Names a day that was to be changed. */
function outOfOrder(before: EventDetails, after: EventDetails): InvalidInput {
  return before.endsOn === after.endsOn
    ? new InvalidInput('startsOn', '"startsOn" must not be after "endsOn".')
    : endsBeforeItStarts();
}

function required(field: string, value: string | null): string {
  return value ?? refuse(new InvalidInput(field, `"${field}" cannot be taken away.`));
}

async function refuseSideEventsOutside({ sql: db }: CommandScope<Tables>, event: EventRecord): Promise<void> {
  const sideEvents = await db
    .selectFrom('side_event')
    .select(['title', 'starts_at as startsAt'])
    .where('event_id', '=', event.id)
    .execute();
  for (const { title, startsAt } of sideEvents)
    checkSideEventDay(
      event,
      startsAt,
      ({ startsOn, endsOn }, bound) =>
        new InvalidInput(
          bound,
          `The side event "${title}" would not be on a day of the event, ${startsOn} to ${endsOn}.`,
        ),
    );
}
