import { anyone, mayChange, PageArgs, Policy, sealFeedCursor } from '@coalition-hub/subgraph';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { CreateEventInput, createEvent } from '../commands/create-event.js';
import { UpdateEventInput, updateEvent } from '../commands/update-event.js';
import type { Context } from '../context.js';
import { eventBySlug } from '../loaders/event-by-slug.js';
import { eventsPage } from '../loaders/events-page.js';
import { AgendaItem } from '../types/agenda-item.js';
import { DeliveryConnection, EventConnection } from '../types/connections.js';
import { Deadline } from '../types/deadline.js';
import { Event } from '../types/event.js';
import { EventsArgs } from '../types/filters.js';
import { CreateEventResult, UpdateEventResult } from '../types/results.js';
import { SideEvent } from '../types/side-event.js';

@Resolver(() => Event)
export class EventResolver {
  @Query(() => Event, { nullable: true, description: 'One event.' })
  @Policy(anyone)
  event(
    @Arg('slug', () => String, { description: 'Its readable name.' }) slug: string,
    @Ctx() { reads }: Context,
  ) {
    return eventBySlug(reads, slug);
  }

  @Query(() => EventConnection, { description: 'Events, those that begin last first.' })
  @Policy(anyone)
  events(@Args(() => EventsArgs) args: EventsArgs, @Ctx() { reads, sealer }: Context) {
    return eventsPage(reads, sealer, args);
  }

  @FieldResolver(() => [AgendaItem], { description: 'Its agenda, by number.' })
  agendaItems(@Root() { id }: Event, @Ctx() { loaders }: Context) {
    return loaders.agendaItemsByEvent.load(id);
  }

  @FieldResolver(() => [Deadline], { description: 'What has to be done for it by when, the earliest first.' })
  deadlines(@Root() { id }: Event, @Ctx() { loaders }: Context) {
    return loaders.deadlinesByEvent.load(id);
  }

  @FieldResolver(() => [SideEvent], { description: 'What is held beside it, in the order of beginning.' })
  sideEvents(@Root() { id }: Event, @Ctx() { loaders }: Context) {
    return loaders.sideEventsByEvent.load(id);
  }

  @FieldResolver(() => String, {
    description: 'Where its updates stand now: to subscribe from, with "after", without missing one.',
  })
  updateCursor(@Root() { id, updatedTo }: Event, @Ctx() { sealer }: Context): string {
    return sealFeedCursor(sealer, id, updatedTo);
  }

  @FieldResolver(() => DeliveryConnection, { description: 'Statements made there, oldest first.' })
  deliveries(@Root() { id }: Event, @Args(() => PageArgs) args: PageArgs, @Ctx() { loaders }: Context) {
    return loaders.deliveriesByEvent.page(id, args, null);
  }

  @Mutation(() => CreateEventResult, {
    description: 'Creates an event. Administrators and coordinators only.',
  })
  @Policy(mayChange)
  createEvent(
    @Arg('input', () => CreateEventInput, { description: 'What takes place, where and when.' })
    input: CreateEventInput,
    @Ctx() context: Context,
  ) {
    return context.run(createEvent, input);
  }

  @Mutation(() => UpdateEventResult, {
    description:
      'Changes what is on record of an event, until a statement is read out at it. Administrators and coordinators only.',
  })
  @Policy(mayChange)
  updateEvent(
    @Arg('input', () => UpdateEventInput, { description: 'What to change about which one.' })
    input: UpdateEventInput,
    @Ctx() context: Context,
  ) {
    return context.run(updateEvent, input);
  }
}
