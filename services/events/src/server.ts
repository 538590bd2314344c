import {
  Service,
  type ServiceEnvironment,
  Subgraph,
  type SubgraphDefinition,
  type Tools,
} from '@coalition-hub/subgraph';
import { createLoaders, type Loaders } from './context.js';
import { entities, type Tables } from './entities/tables.js';
import { Events001 } from './migrations/events-001.js';
import { knownLists } from './projections/known-lists.js';
import { knownOrganisations } from './projections/known-organisations.js';
import { knownStatements } from './projections/known-statements.js';
import { schema } from './schema.js';

export const definition: SubgraphDefinition<Tables, Loaders, Tools> = {
  name: 'events',
  entities,
  migrations: [{ name: 'events-001', class: Events001 }],
  schema,
  createTools: () => ({}),
  createLoaders,
  createProjections: () => [knownStatements, knownLists, knownOrganisations],
};

export async function startEvents(environment: ServiceEnvironment) {
  return new Subgraph(await Service.start(definition, environment));
}
