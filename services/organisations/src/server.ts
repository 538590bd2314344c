import {
  type PersonHasher,
  Service,
  type ServiceEnvironment,
  Subgraph,
  type SubgraphDefinition,
} from '@coalition-hub/subgraph';
import { createLoaders, type Loaders, type OrganisationsTools } from './context.js';
import { entities, type Tables } from './entities/tables.js';
import { Organisations001 } from './migrations/organisations-001.js';
import { schema } from './schema.js';

export const definition: SubgraphDefinition<Tables, Loaders, OrganisationsTools> = {
  name: 'organisations',
  entities,
  migrations: [{ name: 'organisations-001', class: Organisations001 }],
  schema,
  createTools: ({ persons }: { persons: PersonHasher }) => ({ persons }),
  createLoaders,
  createProjections: () => [],
};

export async function startOrganisations(environment: ServiceEnvironment) {
  return new Subgraph(await Service.start(definition, environment));
}
