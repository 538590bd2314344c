import { PageLoader, type RequestContext, type Tools } from '@coalition-hub/subgraph';
import { Differences } from './difference/differences.js';
import type { Tables } from './entities/tables.js';
import type { StatementFeed } from './feed/statement-feed.js';
import { amendmentStandings } from './loaders/amendment-standings.js';
import { amendmentsById } from './loaders/amendments-by-id.js';
import { amendmentsByStatement } from './loaders/amendments-by-statement.js';
import { commentsById } from './loaders/comments-by-id.js';
import { commentsBySubject } from './loaders/comments-by-subject.js';
import { revisionsById } from './loaders/revisions-by-id.js';
import { revisionsByNumber } from './loaders/revisions-by-number.js';
import { revisionsByStatement } from './loaders/revisions-by-statement.js';
import { statementsByCoalition } from './loaders/statements-by-coalition.js';
import { statementsById } from './loaders/statements-by-id.js';
import { translationsById } from './loaders/translations-by-id.js';
import { translationsByLanguage } from './loaders/translations-by-language.js';
import { translationsByRevision } from './loaders/translations-by-revision.js';

export interface StatementsTools extends Tools {
  /** What happens to statements, live. */
  readonly feed: StatementFeed;
}

export type Context = RequestContext<Tables, Loaders, StatementsTools>;

export type Loaders = ReturnType<typeof createLoaders>;

export function createLoaders(
  context: Pick<RequestContext<Tables, unknown, StatementsTools>, 'reads' | 'sealer' | 'rights'>,
) {
  const { reads, sealer } = context;
  const rights = () => context.rights();
  const numbered = revisionsByNumber(reads, rights);
  return {
    statementsById: statementsById(reads, rights),
    revisionsById: revisionsById(reads, rights),
    revisionsByNumber: numbered,
    differences: new Differences(numbered),
    amendmentsById: amendmentsById(reads, rights),
    amendmentStandings: amendmentStandings(reads, rights),
    commentsById: commentsById(reads, rights),
    translationsById: translationsById(reads, rights),
    translationsByRevision: translationsByRevision(reads, rights),
    translationsByLanguage: translationsByLanguage(reads, rights),
    statementsByCoalition: new PageLoader(statementsByCoalition(reads, rights), sealer),
    revisionsByStatement: new PageLoader(revisionsByStatement(reads, rights), sealer),
    amendmentsByStatement: new PageLoader(amendmentsByStatement(reads, rights), sealer),
    commentsByStatement: new PageLoader(commentsBySubject(reads, rights, 'comment.statement_id'), sealer),
    commentsByAmendment: new PageLoader(commentsBySubject(reads, rights, 'comment.amendment_id'), sealer),
  };
}
