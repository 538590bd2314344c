import type { EventOf } from './event-of.js';

/** What `statements` tells the others; never the text itself. */
export interface StatementsCatalogue {
  STATEMENT_CREATED: {
    statementId: string;
    slug: string;
    coalitionId: string;
    coAuthorIds: readonly string[];
  };
  /** A new immutable revision; `digest` is what signers sign. */
  STATEMENT_REVISED: {
    statementId: string;
    revisionId: string;
    number: number;
    /** SHA-256 over canonical JSON, hexadecimal. */
    digest: string;
  };
  STATEMENT_WITHDRAWN: { statementId: string };
}

export type StatementsEvent = EventOf<'statements', StatementsCatalogue>;
