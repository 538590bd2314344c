import type { EventOf } from './event-of.js';

/** Who did it, for the organisation's own log. Absent in events from before, and where no person did it. */
export interface DoneBy {
  by?: { personId: string; requestId: string; capacity: ActorCapacity };
}

/** By which right somebody acted, as the organisation concerned sees it. */
export type ActorCapacity = 'REPRESENTATIVE' | 'COORDINATOR' | 'ADMINISTRATOR' | 'OTHER' | 'HUB';

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
  SIGNATURE_ADMITTED: DoneBy & {
    signatureId: string;
    statementId: string;
    organisationId: string;
    revisionId: string;
    country: string | null;
    region: string | null;
    /** Set where a coordinator reported the signature; absent where the organisation signed itself. */
    reported?: true;
  };
  /** An organisation signed itself what had been reported of it: the same signature, not one more. */
  SIGNATURE_CONFIRMED: DoneBy & {
    signatureId: string;
    statementId: string;
    organisationId: string;
    revisionId: string;
    country: string | null;
    region: string | null;
    /** Where it was counted until then. */
    reportedFrom: { country: string | null; region: string | null };
  };
  SIGNATURE_WITHDRAWN: DoneBy & {
    signatureId: string;
    statementId: string;
    organisationId: string;
    country: string | null;
    region: string | null;
  };
  /** Its organisation turned out to be one that had signed too: this signature does not count any more. */
  SIGNATURE_REPEATED: {
    signatureId: string;
    statementId: string;
    /** The one organisation that the two are. */
    organisationId: string;
    country: string | null;
    region: string | null;
  };
  /** A person who signed in a capacity, as a coordinator reported; no event carries the name. */
  PERSON_SIGNATURE_ADMITTED: { signatureId: string; statementId: string; revisionId: string };
  PERSON_SIGNATURE_WITHDRAWN: { signatureId: string; statementId: string };
  /**
   * Organisations that were newly invited to sign, maybe none. Who was asked and who declined is between coordinators
   * and the organisation: nothing that others see may follow from this event or the next two.
   */
  INVITED_TO_SIGN: { statementId: string; organisationIds: readonly string[] };
  SIGNING_DECLINED: DoneBy & { invitationId: string; statementId: string; organisationId: string };
  SIGNING_INVITATION_WITHDRAWN: { invitationId: string; statementId: string; organisationId: string };
}

export type SignatoriesEvent = EventOf<'signatories', SignatoriesCatalogue>;
