import {
  type CursorSealer,
  PageLoader,
  type PersonHasher,
  type Reads,
  type RequestContext,
  type Tools,
} from '@coalition-hub/subgraph';
import type { Tables } from './entities/tables.js';
import { coalitionsById } from './loaders/coalitions-by-id.js';
import { mandatesById } from './loaders/mandates.js';
import { membersByCoalition } from './loaders/members-by-coalition.js';
import { membershipsById } from './loaders/memberships-by-id.js';
import { membershipsByOrganisation } from './loaders/memberships-by-organisation.js';
import { organisationsById } from './loaders/organisations-by-id.js';
import { rolesById } from './loaders/roles.js';

export interface OrganisationsTools extends Tools {
  readonly persons: PersonHasher;
}

export type Context = RequestContext<Tables, Loaders, OrganisationsTools>;

interface ReadAccess {
  readonly reads: Reads<Tables>;
  readonly sealer: CursorSealer;
}

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders({ reads, sealer }: ReadAccess) {
  return {
    organisationsById: organisationsById(reads),
    coalitionsById: coalitionsById(reads),
    membershipsById: membershipsById(reads),
    mandatesById: mandatesById(reads),
    rolesById: rolesById(reads),
    membersByCoalition: new PageLoader(membersByCoalition(reads), sealer),
    membershipsByOrganisation: new PageLoader(membershipsByOrganisation(reads), sealer),
  };
}
