import { Service, type ServiceEnvironment, Subgraph, type SubgraphDefinition } from '@coalition-hub/subgraph';
import { createLoaders, type Loaders, type StatementsTools } from './context.js';
import { entities, type Tables } from './entities/tables.js';
import { UpdateFeed } from './feed/update-feed.js';
import { Statements001 } from './migrations/statements-001.js';
import { registryProjection } from './projections/registry.js';
import { updatesProjection } from './projections/updates.js';
import { schema } from './schema.js';

export const definition: SubgraphDefinition<Tables, Loaders, StatementsTools> = {
  name: 'statements',
  entities,
  migrations: [{ name: 'statements-001', class: Statements001 }],
  schema,
  createTools(parts) {
    const feed = new UpdateFeed(parts);
    return { feed, stop: () => feed.stop() };
  },
  createLoaders,
  createProjections: ({ feed }) => [registryProjection, updatesProjection(feed)],
};

export async function startStatements(environment: ServiceEnvironment) {
  return new Subgraph(await Service.start(definition, environment));
}
