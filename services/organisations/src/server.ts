import { faultOf } from '@coalition-hub/bus';
import { Service, type ServiceEnvironment, Subgraph, type SubgraphDefinition } from '@coalition-hub/subgraph';
import { createLoaders, type Loaders, type OrganisationsTools } from './context.js';
import { entities, type Tables } from './entities/tables.js';
import { coalitionFeed } from './feed/coalition-feed.js';
import { Organisations001 } from './migrations/organisations-001.js';
import { Organisations002 } from './migrations/organisations-002.js';
import { Organisations003 } from './migrations/organisations-003.js';
import { Organisations004 } from './migrations/organisations-004.js';
import { Organisations005 } from './migrations/organisations-005.js';
import { personColumns } from './person-columns.js';
import { coalitionUpdatesProjection } from './projections/coalition-updates.js';
import { namesProjection } from './projections/names.js';
import { organisationLogProjection } from './projections/organisation-log.js';
import { totalsProjection } from './projections/totals.js';
import { dailyRetention } from './retention/retention.js';
import { schema } from './schema.js';
import { sealedColumns } from './sealed-columns.js';

export const definition: SubgraphDefinition<Tables, Loaders, OrganisationsTools> = {
  name: 'organisations',
  entities,
  migrations: [
    { name: 'organisations-001', class: Organisations001 },
    { name: 'organisations-002', class: Organisations002 },
    { name: 'organisations-003', class: Organisations003 },
    { name: 'organisations-004', class: Organisations004 },
    { name: 'organisations-005', class: Organisations005 },
  ],
  schema,
  sealedColumns,
  personColumns,
  createTools(parts) {
    const { persons, personal, database, log } = parts;
    const feed = coalitionFeed(parts);
    const retention = dailyRetention(database, (error) =>
      log.warn({ fault: faultOf(error) }, 'what is kept for a while only was not removed'),
    );
    retention.start();
    const stop = async () => {
      await retention.stop();
      await feed.stop();
    };
    return { persons, personal, coalitionFeed: feed, stop };
  },
  createLoaders,
  createProjections: (tools) => [
    coalitionUpdatesProjection(tools.coalitionFeed),
    namesProjection,
    organisationLogProjection,
    totalsProjection,
  ],
};

export async function startOrganisations(environment: ServiceEnvironment) {
  return new Subgraph(await Service.start(definition, environment));
}
