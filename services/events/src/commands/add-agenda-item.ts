import { type Command, cleanLine, InvalidInput, isUuid } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { AgendaItemRecord } from '../entities/agenda-item-record.js';
import { EventRecord } from '../entities/event-record.js';
import type { Tables } from '../entities/tables.js';
import { canArrangeEvents } from '../policies/can-arrange-events.js';

@InputType({ description: 'An item to put on the agenda of an event.' })
export class AddAgendaItemInput {
  @Field(() => ID, { description: 'The event.' })
  eventId!: string;

  @Field(() => String, { description: 'Its number, such as "4" or "3(a)", 20 characters at most.' })
  number!: string;

  @Field(() => String, { description: 'What it is about, 300 characters at most.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The item is on the agenda.' })
export class AddAgendaItemSuccess {
  agendaItemId!: string;
}

export const addAgendaItem: Command<Tables, AddAgendaItemInput, EventRecord, AddAgendaItemSuccess> = {
  name: 'addAgendaItem',
  subject: 'event',
  success: AddAgendaItemSuccess,
  load: async ({ em }, { eventId }) => (isUuid(eventId) ? em.findOne(EventRecord, eventId) : null),
  policy: canArrangeEvents,
  async change(scope, event, input) {
    const record = Object.assign(new AgendaItemRecord(), {
      id: scope.newId('agenda item'),
      eventId: event.id,
      number: cleanLine(input.number, { field: 'number', max: 20 }),
      title: cleanLine(input.title, { field: 'title', max: 300 }),
    });
    scope.em.persist(record);
    await scope.flush({
      agenda_item_number: () => new InvalidInput('number', 'This event has an item of this number already.'),
    });
    const { id, number } = record;
    scope.emit({
      type: 'AGENDA_ITEM_ADDED',
      subject: event.id,
      data: { eventId: event.id, agendaItemId: id, number },
    });
    return Object.assign(new AddAgendaItemSuccess(), { agendaItemId: id });
  },
};
