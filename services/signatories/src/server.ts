import {
  Service,
  type ServiceEnvironment,
  Subgraph,
  type SubgraphDefinition,
  type Tools,
} from '@coalition-hub/subgraph';
import { createLoaders, type Loaders } from './context.js';
import { entities, type Tables } from './entities/tables.js';
import { Signatories001 } from './migrations/signatories-001.js';
import { deliveriesProjection } from './projections/deliveries.js';
import { organisationsProjection } from './projections/organisations.js';
import { signatureCountsProjection } from './projections/signature-counts.js';
import { statementsProjection } from './projections/statements.js';
import { schema } from './schema.js';

export const definition: SubgraphDefinition<Tables, Loaders, Tools> = {
  name: 'signatories',
  entities,
  migrations: [{ name: 'signatories-001', class: Signatories001 }],
  schema,
  createTools: () => ({}),
  createLoaders,
  createProjections: () => [
    statementsProjection,
    organisationsProjection,
    deliveriesProjection,
    signatureCountsProjection,
  ],
};

export async function startSignatories(environment: ServiceEnvironment) {
  return new Subgraph(await Service.start(definition, environment));
}
