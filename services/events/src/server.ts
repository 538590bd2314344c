import {
  mergesProjection,
  Service,
  type ServiceEnvironment,
  Subgraph,
  type SubgraphDefinition,
} from '@coalition-hub/subgraph';
import { createLoaders, type EventsTools, type Loaders } from './context.js';
import { entities, type Tables } from './entities/tables.js';
import { eventFeed } from './feed/event-feed.js';
import { followMerge } from './merging/follow-merge.js';
import { Events001 } from './migrations/events-001.js';
import { Events002 } from './migrations/events-002.js';
import { Events003 } from './migrations/events-003.js';
import { knownLists } from './projections/known-lists.js';
import { knownOrganisations } from './projections/known-organisations.js';
import { knownStatements } from './projections/known-statements.js';
import { updatesProjection } from './projections/updates.js';
import { schema } from './schema.js';

export const definition: SubgraphDefinition<Tables, Loaders, EventsTools> = {
  name: 'events',
  entities,
  migrations: [
    { name: 'events-001', class: Events001 },
    { name: 'events-002', class: Events002 },
    { name: 'events-003', class: Events003 },
  ],
  schema,
  createTools(parts) {
    const feed = eventFeed(parts);
    return { feed, stop: () => feed.stop() };
  },
  createLoaders,
  createProjections: ({ feed }, { outbox }) => [
    knownStatements,
    knownLists,
    knownOrganisations,
    updatesProjection(feed),
    mergesProjection(outbox, followMerge),
  ],
};

export async function startEvents(environment: ServiceEnvironment) {
  return new Subgraph(await Service.start(definition, environment));
}
