import { anyone, buildSchema, type References } from '@coalition-hub/subgraph';
import type { Context } from './context.js';
import { CoalitionResolver } from './resolvers/coalition-resolver.js';
import { MandateResolver } from './resolvers/mandate-resolver.js';
import { MembershipResolver } from './resolvers/membership-resolver.js';
import { OrganisationResolver } from './resolvers/organisation-resolver.js';
import { RoleResolver } from './resolvers/role-resolver.js';
import * as successResolvers from './resolvers/success-resolvers.js';
import { ViewerResolver } from './resolvers/viewer-resolver.js';

const references: References = {
  Organisation: {
    policy: anyone,
    load: ({ id }, { loaders }: Context) => loaders.organisationsById.load(String(id)),
    loadAll: (representations, { loaders }: Context) =>
      loaders.organisationsById.loadMany(representations.map(({ id }) => String(id))),
  },
  Coalition: {
    policy: anyone,
    load: ({ id }, { loaders }: Context) => loaders.coalitionsById.load(String(id)),
  },
};

export const schema = buildSchema({
  resolvers: [
    OrganisationResolver,
    CoalitionResolver,
    MembershipResolver,
    RoleResolver,
    MandateResolver,
    ViewerResolver,
    ...Object.values(successResolvers),
  ],
  references,
});
