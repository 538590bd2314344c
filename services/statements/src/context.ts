import { PageLoader, type RequestContext, type Tools } from '@coalition-hub/subgraph';
import type { Tables } from './entities/tables.js';
import type { UpdateFeed } from './feed/update-feed.js';
import { revisionsById } from './loaders/revisions-by-id.js';
import { revisionsByNumber } from './loaders/revisions-by-number.js';
import { revisionsByStatement } from './loaders/revisions-by-statement.js';
import { statementsByCoalition } from './loaders/statements-by-coalition.js';
import { statementsById } from './loaders/statements-by-id.js';

export interface StatementsTools extends Tools {
  /** What happens to statements, live. */
  readonly feed: UpdateFeed;
}

export type Context = RequestContext<Tables, Loaders, StatementsTools>;

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(
  context: Pick<RequestContext<Tables, unknown, StatementsTools>, 'reads' | 'sealer' | 'rights'>,
) {
  const { reads, sealer } = context;
  const rights = () => context.rights();
  return {
    statementsById: statementsById(reads, rights),
    revisionsById: revisionsById(reads, rights),
    revisionsByNumber: revisionsByNumber(reads, rights),
    statementsByCoalition: new PageLoader(statementsByCoalition(reads, rights), sealer),
    revisionsByStatement: new PageLoader(revisionsByStatement(reads, rights), sealer),
  };
}
