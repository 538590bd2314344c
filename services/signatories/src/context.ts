import { PageLoader, type RequestContext, type Tools } from '@coalition-hub/subgraph';
import type { Tables } from './entities/tables.js';
import { countsByStatement } from './loaders/counts-by-statement.js';
import { listsById, listsByStatement } from './loaders/lists.js';
import { signaturesAtDelivery } from './loaders/signatures-at-delivery.js';
import { signaturesById } from './loaders/signatures-by-id.js';
import { signaturesByOrganisation } from './loaders/signatures-by-organisation.js';
import { signaturesByStatement } from './loaders/signatures-by-statement.js';
import { signingsByStatement } from './loaders/signings-by-statement.js';
import { SignatoryListKind } from './types/filters.js';

export type Context = RequestContext<Tables, Loaders, Tools>;

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders({
  reads,
  sealer,
}: Pick<RequestContext<Tables, unknown, Tools>, 'reads' | 'sealer'>) {
  return {
    signaturesById: signaturesById(reads),
    signatures: {
      [SignatoryListKind.CURRENT]: new PageLoader(signaturesByStatement(reads), sealer),
      [SignatoryListKind.AT_DELIVERY]: new PageLoader(signaturesAtDelivery(reads), sealer),
    },
    signaturesByOrganisation: new PageLoader(signaturesByOrganisation(reads), sealer),
    countsByStatement: countsByStatement(reads),
    signingsByStatement: signingsByStatement(reads),
    listsById: listsById(reads),
    listsByStatement: listsByStatement(reads),
  };
}
