import type { EventOf } from './event-of.js';

/** What `signatories` tells the others. Every signature in here is a public one. */
export interface SignatoriesCatalogue {
  /** `opening` counts the openings of the window: 1 the first time, more for late sign-ons. */
  SIGNING_OPENED: {
    statementId: string;
    revisionId: string;
    revisionNumber: number;
    revisionDigest: string;
    /** ISO 8601 instant. */
    closesAt: string;
    opening: number;
  };
  /** Closing freezes a list, named by id and digest. */
  SIGNING_CLOSED: {
    statementId: string;
    listId: string;
    listDigest: string;
    /** ISO 8601 instant. */
    frozenAt: string;
    revisionId: string;
    size: number;
  };
  SIGNATURE_ADMITTED: {
    signatureId: string;
    statementId: string;
    organisationId: string;
    revisionId: string;
    country: string | null;
    region: string | null;
  };
  SIGNATURE_WITHDRAWN: {
    signatureId: string;
    statementId: string;
    organisationId: string;
    country: string | null;
    region: string | null;
  };
}

export type SignatoriesEvent = EventOf<'signatories', SignatoriesCatalogue>;
