import type { EventOf } from './event-of.js';

/** What `events` tells the others. */
export interface EventsCatalogue {
  EVENT_CREATED: { eventId: string; slug: string; title: string };
  AGENDA_ITEM_ADDED: { eventId: string; agendaItemId: string; number: string };
  DELIVERY_RECORDED: {
    deliveryId: string;
    statementId: string;
    eventId: string;
    agendaItemId: string | null;
    listId: string;
    listDigest: string;
    /** Day of delivery, `YYYY-MM-DD`. */
    deliveredOn: string;
  };
}

export type EventsEvent = EventOf<'events', EventsCatalogue>;
