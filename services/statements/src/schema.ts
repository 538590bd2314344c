import { anyone, buildSchema, isUuid, type References } from '@coalition-hub/subgraph';
import type { Context } from './context.js';
import { AmendmentResolver } from './resolvers/amendment-resolver.js';
import { CoalitionResolver } from './resolvers/coalition-resolver.js';
import { CommentResolver } from './resolvers/comment-resolver.js';
import { DeliberationResolver } from './resolvers/deliberation-resolver.js';
import { RevisionResolver } from './resolvers/revision-resolver.js';
import { StatementContentResolver } from './resolvers/statement-content-resolver.js';
import { StatementResolver } from './resolvers/statement-resolver.js';
import { StatementUpdateResolver } from './resolvers/statement-update-resolver.js';
import * as successResolvers from './resolvers/success-resolvers.js';
import { TranslationResolver } from './resolvers/translation-resolver.js';

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
    StatementContentResolver,
    DeliberationResolver,
    RevisionResolver,
    TranslationResolver,
    AmendmentResolver,
    CommentResolver,
    CoalitionResolver,
    StatementUpdateResolver,
    ...Object.values(successResolvers),
  ],
  references,
});
