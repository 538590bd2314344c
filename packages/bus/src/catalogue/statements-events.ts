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
  /** Members of the coalition may read the draft from this revision on. */
  STATEMENT_CONSULTATION_STARTED: { statementId: string; revisionNumber: number };
  /**
   * Amendments and comments are for those who may read the draft: nothing that others see may follow from this event or
   * the next two.
   */
  AMENDMENT_PROPOSED: { amendmentId: string; statementId: string; organisationId: string };
  /** `revisionId` is the one that accepting it made; null for a rejected one. */
  AMENDMENT_DECIDED: {
    amendmentId: string;
    statementId: string;
    accepted: boolean;
    revisionId: string | null;
  };
  STATEMENT_COMMENTED: { commentId: string; statementId: string; amendmentId: string | null };
  /** Also when a translation was replaced; `language` is BCP 47. */
  TRANSLATION_ADDED: { translationId: string; statementId: string; revisionId: string; language: string };
}

export type StatementsEvent = EventOf<'statements', StatementsCatalogue>;
