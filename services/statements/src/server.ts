import { Service, type ServiceEnvironment, Subgraph, type SubgraphDefinition } from '@coalition-hub/subgraph';
import { createLoaders, type Loaders, type StatementsTools } from './context.js';
import { entities, type Tables } from './entities/tables.js';
import { statementFeed } from './feed/statement-feed.js';
import { Statements001 } from './migrations/statements-001.js';
import { Statements002 } from './migrations/statements-002.js';
import { Statements003 } from './migrations/statements-003.js';
import { membershipsProjection } from './projections/memberships.js';
import { registryProjection } from './projections/registry.js';
import { updatesProjection } from './projections/updates.js';
import { schema } from './schema.js';

export const definition: SubgraphDefinition<Tables, Loaders, StatementsTools> = {
  name: 'statements',
  entities,
  migrations: [
    { name: 'statements-001', class: Statements001 },
    { name: 'statements-002', class: Statements002 },
    { name: 'statements-003', class: Statements003 },
  ],
  schema,
  createTools(parts) {
    const feed = statementFeed(parts);
    return { feed, stop: () => feed.stop() };
  },
  createLoaders,
  createProjections: ({ feed }) => [registryProjection, membershipsProjection, updatesProjection(feed)],
};

export async function startStatements(environment: ServiceEnvironment) {
  return new Subgraph(await Service.start(definition, environment));
}
