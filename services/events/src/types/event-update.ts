import { DateTimeScalar, Deferred } from '@coalition-hub/subgraph';
import { Field, ObjectType } from 'type-graphql';
import { AgendaItem } from './agenda-item.js';
import { Deadline } from './deadline.js';
import { Delivery } from './delivery.js';
import { Event } from './event.js';
import { EventUpdateKind } from './event-update-kind.js';
import { SideEvent } from './side-event.js';

@ObjectType({ description: 'Something that happened at, or to, an event.' })
export class EventUpdate {
  @Field(() => String, { description: 'The place of this update, to go on from with "after".' })
  readonly cursor!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  readonly occurredAt!: string;

  @Field(() => EventUpdateKind, { description: 'What happened.' })
  readonly kind!: EventUpdateKind;

  @Field(() => Event, { description: 'The event as it is now, with this update and perhaps later ones.' })
  @Deferred()
  readonly event!: Promise<Event>;

  @Field(() => AgendaItem, { nullable: true, description: 'The agenda item that it is about, if about one.' })
  @Deferred()
  readonly agendaItem!: Promise<AgendaItem | null>;

  @Field(() => Deadline, {
    nullable: true,
    description: 'The deadline that it is about, if about one, as it is now.',
  })
  @Deferred()
  readonly deadline!: Promise<Deadline | null>;

  @Field(() => Delivery, { nullable: true, description: 'The delivery that it is about, if about one.' })
  @Deferred()
  readonly delivery!: Promise<Delivery | null>;

  @Field(() => SideEvent, { nullable: true, description: 'The side event that it is about, if about one.' })
  @Deferred()
  readonly sideEvent!: Promise<SideEvent | null>;
}
