import type { EventOf } from './event-of.js';

/**
 * SIGN: sign and withdraw for the organisation. EDIT: write what the organisation co-authors; REVISE is an earlier word
 * for it. ADMINISTER: say who may do what for the organisation.
 */
export type MandateScope = 'SIGN' | 'REVISE' | 'EDIT' | 'ADMINISTER';

/** What a person is in one coalition. */
export type CoalitionPersonRole = 'COORDINATOR' | 'OFFICER' | 'EDITOR' | 'TRANSLATOR' | 'OBSERVER';

export type HubRole = 'ADMINISTRATOR' | CoalitionPersonRole;

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
  /**
   * `statementId` limits the mandate to one statement; `startsOn` and `endsOn` are the first and the last day on which it
   * holds (UTC). `startsOn` is absent in events from before there were first days: it holds at once. Nothing is told
   * when one of these days comes.
   */
  MANDATE_GRANTED: {
    mandateId: string;
    organisationId: string;
    personId: string;
    scopes: readonly MandateScope[];
    statementId: string | null;
    startsOn?: string | null;
    endsOn: string | null;
  };
  /** Also for one that was offered and is taken back before an answer. */
  MANDATE_REVOKED: { mandateId: string; organisationId: string; personId: string };
  /** Gives no right yet: accepting it comes as `MANDATE_GRANTED`. For the two sides only, as is the next. */
  MANDATE_OFFERED: { mandateId: string; organisationId: string; personId: string };
  MANDATE_DECLINED: { mandateId: string; organisationId: string; personId: string };
  /**
   * Somebody says to be the organisation's administrator, or is said to be, or is no more: nobody but that person, the
   * organisation and whoever decides learns of it.
   */
  CLAIM_MADE: { claimId: string; organisationId: string; personId: string };
  CLAIM_DECIDED: {
    claimId: string;
    organisationId: string;
    personId: string;
    state: 'GRANTED' | 'CONTESTED' | 'REFUSED';
    mandateId: string | null;
  };
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
