import { anyone, buildSchema, isUuid, type References } from '@coalition-hub/subgraph';
import type { Context } from './context.js';
import { CoalitionResolver } from './resolvers/coalition-resolver.js';
import { RevisionResolver } from './resolvers/revision-resolver.js';
import { StatementResolver } from './resolvers/statement-resolver.js';
import { StatementUpdateResolver } from './resolvers/statement-update-resolver.js';
import * as successResolvers from './resolvers/success-resolvers.js';

const references: References = {
  Statement: {
    policy: anyone,
    load: ({ id }, { loaders }: Context) => loaders.statementsById.load(String(id)),
  },
  Revision: {
    policy: anyone,
    load: ({ id }, { loaders }: Context) => loaders.revisionsById.load(String(id)),
  },
  Coalition: { policy: anyone, load: ({ id }) => (isUuid(id) ? { id } : null) },
};

export const schema = buildSchema({
  resolvers: [
    StatementResolver,
    RevisionResolver,
    CoalitionResolver,
    StatementUpdateResolver,
    ...Object.values(successResolvers),
  ],
  references,
});
