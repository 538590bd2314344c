import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AddAgendaItemSuccess } from '../commands/add-agenda-item.js';
import { AddDeadlineSuccess } from '../commands/add-deadline.js';
import { AddSideEventSuccess } from '../commands/add-side-event.js';
import { CreateEventSuccess } from '../commands/create-event.js';
import { MoveDeadlineSuccess } from '../commands/move-deadline.js';
import { RecordDeliverySuccess } from '../commands/record-delivery.js';
import { UpdateEventSuccess } from '../commands/update-event.js';
import type { Context } from '../context.js';
import { AgendaItem } from '../types/agenda-item.js';
import { Deadline } from '../types/deadline.js';
import { Delivery } from '../types/delivery.js';
import { Event } from '../types/event.js';
import { SideEvent } from '../types/side-event.js';

@Resolver(() => CreateEventSuccess)
export class CreateEventSuccessResolver {
  @FieldResolver(() => Event, { description: 'The event.' })
  event(@Root() { eventId }: CreateEventSuccess, @Ctx() { loaders }: Context) {
    return loaders.eventsById.load(eventId);
  }
}

@Resolver(() => UpdateEventSuccess)
export class UpdateEventSuccessResolver {
  @FieldResolver(() => Event, { description: 'The event as it is now.' })
  event(@Root() { eventId }: UpdateEventSuccess, @Ctx() { loaders }: Context) {
    return loaders.eventsById.load(eventId);
  }
}

@Resolver(() => AddAgendaItemSuccess)
export class AddAgendaItemSuccessResolver {
  @FieldResolver(() => AgendaItem, { description: 'The item.' })
  agendaItem(@Root() { agendaItemId }: AddAgendaItemSuccess, @Ctx() { loaders }: Context) {
    return loaders.agendaItemsById.load(agendaItemId);
  }
}

@Resolver(() => RecordDeliverySuccess)
export class RecordDeliverySuccessResolver {
  @FieldResolver(() => Delivery, { description: 'The delivery.' })
  delivery(@Root() { deliveryId }: RecordDeliverySuccess, @Ctx() { loaders }: Context) {
    return loaders.deliveriesById.load(deliveryId);
  }
}

@Resolver(() => AddDeadlineSuccess)
export class AddDeadlineSuccessResolver {
  @FieldResolver(() => Deadline, { description: 'The deadline.' })
  deadline(@Root() { deadlineId }: AddDeadlineSuccess, @Ctx() { loaders }: Context) {
    return loaders.deadlinesById.load(deadlineId);
  }
}

@Resolver(() => MoveDeadlineSuccess)
export class MoveDeadlineSuccessResolver {
  @FieldResolver(() => Deadline, { description: 'The deadline.' })
  deadline(@Root() { deadlineId }: MoveDeadlineSuccess, @Ctx() { loaders }: Context) {
    return loaders.deadlinesById.load(deadlineId);
  }
}

@Resolver(() => AddSideEventSuccess)
export class AddSideEventSuccessResolver {
  @FieldResolver(() => SideEvent, { description: 'The side event.' })
  sideEvent(@Root() { sideEventId }: AddSideEventSuccess, @Ctx() { loaders }: Context) {
    return loaders.sideEventsById.load(sideEventId);
  }
}
