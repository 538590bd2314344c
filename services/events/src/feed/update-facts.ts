import { facts, type Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { agendaItemsById } from '../loaders/agenda-items-by-id.js';
import { deadlinesById } from '../loaders/deadlines-by-id.js';
import { deliveriesById } from '../loaders/deliveries-by-id.js';
import { eventsById } from '../loaders/events-by-id.js';
import { sideEventsById } from '../loaders/side-events-by-id.js';

export type UpdateFacts = ReturnType<typeof updateFacts>;

/** What updates that were read together refer to, read once and only if asked for, however many followers ask. */
export function updateFacts(reads: Reads<Tables>) {
  return {
    event: facts(eventsById(reads)),
    agendaItem: facts(agendaItemsById(reads)),
    deadline: facts(deadlinesById(reads)),
    delivery: facts(deliveriesById(reads)),
    sideEvent: facts(sideEventsById(reads)),
  };
}
