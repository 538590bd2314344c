import { mayChange, Policy } from '@coalition-hub/subgraph';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { RecordDeliveryInput, recordDelivery } from '../commands/record-delivery.js';
import type { Context } from '../context.js';
import { AgendaItem } from '../types/agenda-item.js';
import { Delivery } from '../types/delivery.js';
import { Event } from '../types/event.js';
import { RecordDeliveryResult } from '../types/results.js';

@Resolver(() => Delivery)
export class DeliveryResolver {
  @FieldResolver(() => Event, { description: 'The event at which it was made.' })
  event(@Root() { eventId }: Delivery, @Ctx() { loaders }: Context) {
    return loaders.eventsById.load(eventId);
  }

  @FieldResolver(() => AgendaItem, {
    nullable: true,
    description: 'The item of the event’s agenda under which it was made; null where there was none.',
  })
  agendaItem(@Root() { agendaItemId }: Delivery, @Ctx() { loaders }: Context) {
    return agendaItemId === null ? null : loaders.agendaItemsById.load(agendaItemId);
  }

  @Mutation(() => RecordDeliveryResult, {
    description: 'Records that a statement was made. Coordinators of its coalition only.',
  })
  @Policy(mayChange)
  recordDelivery(
    @Arg('input', () => RecordDeliveryInput, { description: 'What was made where, when and by whom.' })
    input: RecordDeliveryInput,
    @Ctx() context: Context,
  ) {
    return context.run(recordDelivery, input);
  }
}
