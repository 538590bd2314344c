import { PageLoader, type RequestContext } from '@coalition-hub/subgraph';
import type { Tables } from './entities/tables.js';
import { countsByStatement } from './loaders/counts-by-statement.js';
import { invitationsById } from './loaders/invitations-by-id.js';
import { invitationsByOrganisation } from './loaders/invitations-by-organisation.js';
import { invitationsByStatement } from './loaders/invitations-by-statement.js';
import { listsById, listsByStatement } from './loaders/lists.js';
import { signatureLists } from './loaders/signature-lists.js';
import { signaturesById } from './loaders/signatures-by-id.js';
import { signaturesByOrganisation } from './loaders/signatures-by-organisation.js';
import { signingsByStatement } from './loaders/signings-by-statement.js';
import type { SignatoriesTools } from './tools.js';

export type Context = RequestContext<Tables, Loaders, SignatoriesTools>;

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(context: RequestContext<Tables, unknown, SignatoriesTools>) {
  const { reads, sealer } = context;
  const rights = () => context.rights();
  return {
    signaturesById: signaturesById(reads),
    signatures: signatureLists(reads, sealer),
    signaturesByOrganisation: new PageLoader(signaturesByOrganisation(reads), sealer),
    countsByStatement: countsByStatement(reads),
    signingsByStatement: signingsByStatement(reads),
    listsById: listsById(reads),
    listsByStatement: listsByStatement(reads),
    invitationsById: invitationsById(reads, rights),
    invitationsByStatement: new PageLoader(invitationsByStatement(reads, rights), sealer),
    invitationsByOrganisation: new PageLoader(invitationsByOrganisation(reads, rights), sealer),
  };
}
