import type { EventsEvent } from '@coalition-hub/bus';
import { EventUpdateKind } from '../types/event-update-kind.js';

/** What something told by this service says of an event. */
export interface ToldUpdate {
  readonly kind: EventUpdateKind;
  readonly eventId: string;
  readonly agendaItemId?: string;
  readonly deadlineId?: string;
  readonly deliveryId?: string;
  readonly sideEventId?: string;
}

/** The feed's entry for what was told; null for that of which followers of events are not told. */
export function updateOfEvent({ type, data }: EventsEvent): ToldUpdate | null {
  switch (type) {
    case 'EVENT_CREATED':
      return { kind: EventUpdateKind.CREATED, eventId: data.eventId };
    case 'EVENT_UPDATED':
      return { kind: EventUpdateKind.UPDATED, eventId: data.eventId };
    case 'AGENDA_ITEM_ADDED':
      return {
        eventId: data.eventId,
        kind: EventUpdateKind.AGENDA_ITEM_ADDED,
        agendaItemId: data.agendaItemId,
      };
    case 'DEADLINE_ADDED':
      return { eventId: data.eventId, kind: EventUpdateKind.DEADLINE_ADDED, deadlineId: data.deadlineId };
    case 'DEADLINE_MOVED':
      return { eventId: data.eventId, kind: EventUpdateKind.DEADLINE_MOVED, deadlineId: data.deadlineId };
    case 'SIDE_EVENT_ADDED':
      return { eventId: data.eventId, kind: EventUpdateKind.SIDE_EVENT_ADDED, sideEventId: data.sideEventId };
    case 'DELIVERY_RECORDED':
      return { eventId: data.eventId, kind: EventUpdateKind.DELIVERED, deliveryId: data.deliveryId };
    default:
      return null;
  }
}
