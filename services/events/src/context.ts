import { PageLoader, type RequestContext, type Tools } from '@coalition-hub/subgraph';
import type { Tables } from './entities/tables.js';
import { agendaItemsByEvent } from './loaders/agenda-items-by-event.js';
import { agendaItemsById } from './loaders/agenda-items-by-id.js';
import { deliveriesByEvent } from './loaders/deliveries-by-event.js';
import { deliveriesById } from './loaders/deliveries-by-id.js';
import { deliveriesByStatement } from './loaders/deliveries-by-statement.js';
import { eventsById } from './loaders/events-by-id.js';

export type Context = RequestContext<Tables, Loaders, Tools>;

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders({
  reads,
  sealer,
}: Pick<RequestContext<Tables, unknown, Tools>, 'reads' | 'sealer'>) {
  return {
    eventsById: eventsById(reads),
    agendaItemsById: agendaItemsById(reads),
    agendaItemsByEvent: agendaItemsByEvent(reads),
    deliveriesById: deliveriesById(reads),
    deliveriesByStatement: deliveriesByStatement(reads),
    deliveriesByEvent: new PageLoader(deliveriesByEvent(reads), sealer),
  };
}
