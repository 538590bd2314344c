import {
  type Command,
  type CommandScope,
  chooseSlug,
  DateScalar,
  InvalidInput,
} from '@coalition-hub/subgraph';
import { Field, InputType, ObjectType } from 'type-graphql';
import { EventRecord } from '../entities/event-record.js';
import type { Tables } from '../entities/tables.js';
import { canArrangeEvents } from '../policies/can-arrange-events.js';
import { bodyOf } from './body-of.js';
import { cleanDetail, endsBeforeItStarts } from './event-details.js';

@InputType({ description: 'The body that meets: one that is known by its code, or a new one.' })
export class EventBodyInput {
  @Field(() => String, {
    description: 'Short name such as "HRC": letters, digits and hyphens, 20 at most; kept in capitals.',
  })
  code!: string;

  @Field(() => String, { description: 'Full name, 200 characters at most; the known one of a known body.' })
  name!: string;
}

@InputType({ description: 'An event to create.' })
export class CreateEventInput {
  @Field(() => String, {
    nullable: true,
    description: 'Readable name for addresses; made of the title if left out.',
  })
  slug?: string | null;

  @Field(() => String, { description: 'What it is called, 300 characters at most.' })
  title!: string;

  @Field(() => EventBodyInput, { description: 'The body that meets.' })
  body!: EventBodyInput;

  @Field(() => String, {
    nullable: true,
    description: 'Number or name of the session, such as "51", 40 characters at most.',
  })
  session?: string | null;

  @Field(() => DateScalar, { description: 'First day.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day, not before the first.' })
  endsOn!: string;

  @Field(() => String, { description: 'Where it takes place, 200 characters at most.' })
  place!: string;

  @Field(() => String, { nullable: true, description: 'Country of the place, ISO 3166-1 alpha-2.' })
  country?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Timezone of the place, by its name in the IANA database, such as "Europe/Zurich"; deadlines are in it.',
  })
  timezone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The event exists.' })
export class CreateEventSuccess {
  eventId!: string;
}

export const createEvent: Command<Tables, CreateEventInput, object, CreateEventSuccess> = {
  name: 'createEvent',
  subject: 'calendar',
  success: CreateEventSuccess,
  load: async () => ({}),
  policy: canArrangeEvents,
  async change(scope, _calendar, input) {
    const { id, slug, title } = await insertEvent(scope, input);
    scope.emit({ type: 'EVENT_CREATED', subject: id, data: { eventId: id, slug, title } });
    return Object.assign(new CreateEventSuccess(), { eventId: id });
  },
};

async function insertEvent(scope: CommandScope<Tables>, input: CreateEventInput): Promise<EventRecord> {
  const cleaned = cleanEvent(input);
  const record = Object.assign(new EventRecord(), cleaned, {
    id: scope.newId('event'),
    bodyId: await bodyOf(scope, input.body),
    slug: await chooseSlug(scope.sql, 'event', input.slug, cleaned.title),
  });
  scope.em.persist(record);
  await scope.flush({
    event_days: endsBeforeItStarts,
    event_slug: () => new InvalidInput('slug', '"slug" is taken already.'),
  });
  return record;
}

function cleanEvent({ title, session, startsOn, endsOn, place, country, timezone }: CreateEventInput) {
  return {
    title: cleanDetail.title(title),
    session: session == null ? null : cleanDetail.session(session),
    startsOn,
    endsOn,
    place: cleanDetail.place(place),
    country: country == null ? null : cleanDetail.country(country),
    timezone: timezone == null ? null : cleanDetail.timezone(timezone),
  };
}
