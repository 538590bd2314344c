import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { AddAgendaItemSuccess } from '../commands/add-agenda-item.js';
import { CreateEventSuccess } from '../commands/create-event.js';
import { RecordDeliverySuccess } from '../commands/record-delivery.js';
import type { Context } from '../context.js';
import { AgendaItem } from '../types/agenda-item.js';
import { Delivery } from '../types/delivery.js';
import { Event } from '../types/event.js';

@Resolver(() => CreateEventSuccess)
export class CreateEventSuccessResolver {
  @FieldResolver(() => Event, { description: 'The event.' })
  event(@Root() { eventId }: CreateEventSuccess, @Ctx() { loaders }: Context) {
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
