import type { EventOf } from './event-of.js';

/** SIGN: sign and withdraw for the organisation. REVISE: revise statements that the organisation co-authors. */
export type MandateScope = 'SIGN' | 'REVISE';

export type HubRole = 'ADMINISTRATOR' | 'COORDINATOR';

/** What an organisation does for a coalition for a time. */
export type CoalitionRole = 'CHAIR' | 'CO_CHAIR' | 'SECRETARIAT';

export type WorkingGroupRole = 'CHAIR' | 'MEMBER';

export interface OrganisationTold {
  organisationId: string;
  slug: string;
  name: string;
  /** ISO 3166-1 alpha-2; null for bodies that belong to no one country. */
  country: string | null;
  region: string | null;
  /** Absent in events from before there were kinds, as are those below: an association, without the others. */
  kind?: string;
  acronym?: string | null;
  /** Of consultative status with ECOSOC: GENERAL, SPECIAL or ROSTER. */
  consultativeCategory?: string | null;
}

/** What `organisations` tells the others. No event names or addresses a person: `personId` is a keyed hash. */
export interface OrganisationsCatalogue {
  ORGANISATION_REGISTERED: OrganisationTold;
  /** As it is from now on. */
  ORGANISATION_UPDATED: OrganisationTold;
  /**
   * Two turned out to be one: what is known of `mergedId` is about `organisationId` from now on. The merged one stays
   * readable, and is told of in no other event again. Its live mandates come as revoked and granted anew, under their
   * old ids.
   */
  ORGANISATION_MERGED: { organisationId: string; mergedId: string };
  /** Somebody decided that no two of these are one. */
  ORGANISATIONS_TOLD_APART: { organisationIds: readonly string[] };
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
  /** `until` is the last day, null while none is known. */
  ROLE_TERM_STARTED: {
    roleTermId: string;
    coalitionId: string;
    organisationId: string;
    role: CoalitionRole;
    since: string;
    until: string | null;
  };
  /** `until` is null for a term that was called off before it began. */
  ROLE_TERM_ENDED: {
    roleTermId: string;
    coalitionId: string;
    organisationId: string;
    role: CoalitionRole;
    until: string | null;
  };
  WORKING_GROUP_CREATED: {
    workingGroupId: string;
    coalitionId: string;
    name: string;
    since: string;
    until: string | null;
  };
  /** Ends every organisation's time in the group too, without telling of each. */
  WORKING_GROUP_ENDED: { workingGroupId: string; coalitionId: string; until: string };
  WORKING_GROUP_JOINED: {
    workingGroupMembershipId: string;
    workingGroupId: string;
    coalitionId: string;
    organisationId: string;
    role: WorkingGroupRole;
    since: string;
    until: string | null;
  };
  /** `until` is null for a time in the group that was called off before it began. */
  WORKING_GROUP_LEFT: {
    workingGroupMembershipId: string;
    workingGroupId: string;
    coalitionId: string;
    organisationId: string;
    until: string | null;
  };
  /** That an organisation was asked to join is for the two sides only: nobody shows it to others. */
  COALITION_INVITATION_MADE: {
    invitationId: string;
    coalitionId: string;
    organisationId: string;
    expiresOn: string | null;
  };
  COALITION_INVITATION_ANSWERED: {
    invitationId: string;
    coalitionId: string;
    organisationId: string;
    accepted: boolean;
  };
  COALITION_INVITATION_WITHDRAWN: { invitationId: string; coalitionId: string; organisationId: string };
}

export type OrganisationsEvent = EventOf<'organisations', OrganisationsCatalogue>;
