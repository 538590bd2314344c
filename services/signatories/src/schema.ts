import { anyone, buildSchema, isUuid, type References } from '@coalition-hub/subgraph';
import type { Context } from './context.js';
import { InvitationResolver } from './resolvers/invitation-resolver.js';
import { OrganisationResolver } from './resolvers/organisation-resolver.js';
import * as refusalResolvers from './resolvers/refusal-resolvers.js';
import { SignatureResolver } from './resolvers/signature-resolver.js';
import { StatementResolver } from './resolvers/statement-resolver.js';
import * as successResolvers from './resolvers/success-resolvers.js';

/** What others own is taken at its word: this service has nothing to show of what does not exist. */
const named = ({ id }: Readonly<Record<string, unknown>>) => (isUuid(id) ? { id } : null);

const references: References = {
  Signature: {
    policy: anyone,
    load: ({ id }, { loaders }: Context) => loaders.signaturesById.load(String(id)),
  },
  SignatoryList: {
    policy: anyone,
    load: ({ id }, { loaders }: Context) => loaders.listsById.load(String(id)),
  },
  Statement: { policy: anyone, load: named },
  Organisation: { policy: anyone, load: named },
};

export const schema = buildSchema({
  resolvers: [
    StatementResolver,
    SignatureResolver,
    InvitationResolver,
    OrganisationResolver,
    ...Object.values(successResolvers),
    ...Object.values(refusalResolvers),
  ],
  references,
});
