import type { EventOf } from './event-of.js';

/** SIGN: sign and withdraw for the organisation. REVISE: revise statements that the organisation co-authors. */
export type MandateScope = 'SIGN' | 'REVISE';

export type HubRole = 'ADMINISTRATOR' | 'COORDINATOR';

/** What `organisations` tells the others. No event names or addresses a person: `personId` is a keyed hash. */
export interface OrganisationsCatalogue {
  ORGANISATION_REGISTERED: {
    organisationId: string;
    slug: string;
    name: string;
    /** ISO 3166-1 alpha-2; null for bodies that belong to no one country. */
    country: string | null;
    region: string | null;
  };
  COALITION_CREATED: { coalitionId: string; slug: string; name: string };
  /** Dates are days, `YYYY-MM-DD`. */
  MEMBER_ADMITTED: {
    membershipId: string;
    coalitionId: string;
    organisationId: string;
    role: string;
    joinedOn: string;
  };
  MEMBERSHIP_ENDED: { membershipId: string; coalitionId: string; organisationId: string; endedOn: string };
  /** `coalitionId` is null for the administrator of the whole hub. */
  ROLE_GRANTED: { roleId: string; personId: string; coalitionId: string | null; role: HubRole };
  ROLE_REVOKED: { roleId: string; personId: string; coalitionId: string | null; role: HubRole };
  /** `statementId` limits the mandate to one statement; `endsOn` is the last day it holds (UTC). */
  MANDATE_GRANTED: {
    mandateId: string;
    organisationId: string;
    personId: string;
    scopes: readonly MandateScope[];
    statementId: string | null;
    endsOn: string | null;
  };
  MANDATE_REVOKED: { mandateId: string; organisationId: string; personId: string };
}

export type OrganisationsEvent = EventOf<'organisations', OrganisationsCatalogue>;
