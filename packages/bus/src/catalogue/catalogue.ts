export type { EventsCatalogue, EventsEvent } from './events-events.js';
export type {
  CoalitionPersonRole,
  HubRole,
  MandateScope,
  OrganisationsCatalogue,
  OrganisationsEvent,
} from './organisations-events.js';
export type { ActorCapacity, DoneBy, SignatoriesCatalogue, SignatoriesEvent } from './signatories-events.js';
export type { StatementsCatalogue, StatementsEvent } from './statements-events.js';
