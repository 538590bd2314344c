import type { EventOf } from './event-of.js';

interface DeadlineStated {
  readonly eventId: string;
  readonly deadlineId: string;
  readonly kind: 'WRITTEN_STATEMENT' | 'SPEAKERS_LIST' | 'SIDE_EVENT_REQUEST' | 'SIGN_ON' | 'OTHER';
  /** ISO 8601 instant. */
  readonly instant: string;
}

/** What `events` tells the others. */
export interface EventsCatalogue {
  EVENT_CREATED: { eventId: string; slug: string; title: string };
  /** As it is from now on. */
  EVENT_UPDATED: { eventId: string; slug: string; title: string };
  AGENDA_ITEM_ADDED: { eventId: string; agendaItemId: string; number: string };
  DEADLINE_ADDED: DeadlineStated;
  /** The same deadline at another time. */
  DEADLINE_MOVED: DeadlineStated;
  SIDE_EVENT_ADDED: { eventId: string; sideEventId: string };
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
