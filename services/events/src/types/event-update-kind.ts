import { registerEnumType } from 'type-graphql';

export enum EventUpdateKind {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  AGENDA_ITEM_ADDED = 'AGENDA_ITEM_ADDED',
  DEADLINE_ADDED = 'DEADLINE_ADDED',
  DEADLINE_MOVED = 'DEADLINE_MOVED',
  SIDE_EVENT_ADDED = 'SIDE_EVENT_ADDED',
  DELIVERED = 'DELIVERED',
}

registerEnumType(EventUpdateKind, {
  name: 'EventUpdateKind',
  description: 'What happened at, or to, an event.',
  valuesConfig: {
    CREATED: { description: 'It was entered.' },
    UPDATED: { description: 'Its title, session, days, place or timezone changed.' },
    AGENDA_ITEM_ADDED: { description: 'An item was put on its agenda.' },
    DEADLINE_ADDED: { description: 'A deadline was set.' },
    DEADLINE_MOVED: { description: 'A deadline was moved.' },
    SIDE_EVENT_ADDED: { description: 'A side event was announced.' },
    DELIVERED: { description: 'It was recorded that a statement was made.' },
  },
});
