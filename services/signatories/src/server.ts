import {
  mergesProjection,
  Service,
  type ServiceEnvironment,
  Subgraph,
  type SubgraphDefinition,
} from '@coalition-hub/subgraph';
import { Collations } from './collation/collations.js';
import { createLoaders, type Loaders } from './context.js';
import { entities, type Tables } from './entities/tables.js';
import { followMerge } from './merging/follow-merge.js';
import { Signatories001 } from './migrations/signatories-001.js';
import { Signatories002 } from './migrations/signatories-002.js';
import { Signatories003 } from './migrations/signatories-003.js';
import { Signatories004 } from './migrations/signatories-004.js';
import { Signatories005 } from './migrations/signatories-005.js';
import { deliveriesProjection } from './projections/deliveries.js';
import { organisationsProjection } from './projections/organisations.js';
import { signatureCountsProjection } from './projections/signature-counts.js';
import { statementsProjection } from './projections/statements.js';
import { schema } from './schema.js';
import type { SignatoriesTools } from './tools.js';

export const definition: SubgraphDefinition<Tables, Loaders, SignatoriesTools> = {
  name: 'signatories',
  entities,
  migrations: [
    { name: 'signatories-001', class: Signatories001 },
    { name: 'signatories-002', class: Signatories002 },
    { name: 'signatories-003', class: Signatories003 },
    { name: 'signatories-004', class: Signatories004 },
    { name: 'signatories-005', class: Signatories005 },
  ],
  schema,
  createTools: ({ database }) => ({ collations: new Collations(database.reads) }),
  createLoaders,
  createProjections: (_tools, { outbox }) => [
    statementsProjection,
    organisationsProjection,
    deliveriesProjection,
    signatureCountsProjection,
    mergesProjection(outbox, followMerge),
  ],
};

export async function startSignatories(environment: ServiceEnvironment) {
  return new Subgraph(await Service.start(definition, environment));
}
