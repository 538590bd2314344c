import type { OrganisationsEvent } from '@coalition-hub/bus';
import { CoalitionUpdateKind } from '../types/coalition-update-kind.js';

/** What an event says of a coalition. */
export interface EventUpdate {
  readonly kind: CoalitionUpdateKind;
  readonly coalitionId: string;
  readonly organisationId?: string;
  readonly membershipId?: string;
  readonly roleTermId?: string;
  readonly workingGroupId?: string;
}

const kinds: Readonly<Partial<Record<string, CoalitionUpdateKind>>> = {
  MEMBER_ADMITTED: CoalitionUpdateKind.MEMBER_JOINED,
  MEMBERSHIP_ENDED: CoalitionUpdateKind.MEMBERSHIP_ENDED,
  ROLE_TERM_STARTED: CoalitionUpdateKind.ROLE_TERM_STARTED,
  ROLE_TERM_ENDED: CoalitionUpdateKind.ROLE_TERM_ENDED,
  WORKING_GROUP_CREATED: CoalitionUpdateKind.WORKING_GROUP_CREATED,
  WORKING_GROUP_JOINED: CoalitionUpdateKind.WORKING_GROUP_JOINED,
  WORKING_GROUP_LEFT: CoalitionUpdateKind.WORKING_GROUP_LEFT,
  WORKING_GROUP_ENDED: CoalitionUpdateKind.WORKING_GROUP_ENDED,
};

/** The feed's entry for an event; null for events of which followers are not told: never of an invitation. */
export function updateOfEvent({ type, data }: OrganisationsEvent): EventUpdate | null {
  const kind = kinds[type];
  return kind === undefined ? null : { ...(data as Omit<EventUpdate, 'kind'>), kind };
}
