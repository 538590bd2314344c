import { PageLoader, type RequestContext, type Tools } from '@coalition-hub/subgraph';
import type { Tables } from './entities/tables.js';
import type { EventFeed } from './feed/event-feed.js';
import { agendaItemsByEvent } from './loaders/agenda-items-by-event.js';
import { agendaItemsById } from './loaders/agenda-items-by-id.js';
import { deadlinesByEvent } from './loaders/deadlines-by-event.js';
import { deadlinesById } from './loaders/deadlines-by-id.js';
import { deliveriesByEvent } from './loaders/deliveries-by-event.js';
import { deliveriesById } from './loaders/deliveries-by-id.js';
import { deliveriesByStatement } from './loaders/deliveries-by-statement.js';
import { eventsById } from './loaders/events-by-id.js';
import { sideEventsByEvent } from './loaders/side-events-by-event.js';
import { sideEventsById } from './loaders/side-events-by-id.js';

export interface EventsTools extends Tools {
  /** What happens at events, live. */
  readonly feed: EventFeed;
}

export type Context = RequestContext<Tables, Loaders, EventsTools>;

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders({
  reads,
  sealer,
}: Pick<RequestContext<Tables, unknown, EventsTools>, 'reads' | 'sealer'>) {
  return {
    eventsById: eventsById(reads),
    agendaItemsById: agendaItemsById(reads),
    agendaItemsByEvent: agendaItemsByEvent(reads),
    deadlinesById: deadlinesById(reads),
    deadlinesByEvent: deadlinesByEvent(reads),
    sideEventsById: sideEventsById(reads),
    sideEventsByEvent: sideEventsByEvent(reads),
    deliveriesById: deliveriesById(reads),
    deliveriesByStatement: deliveriesByStatement(reads),
    deliveriesByEvent: new PageLoader(deliveriesByEvent(reads), sealer),
  };
}
