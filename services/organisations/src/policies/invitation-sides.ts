import type { Rights } from '@coalition-hub/subgraph';
import { type RawBuilder, sql } from 'kysely';

/** The coalitions and organisations whose invitations exist for a person. */
export interface InvitationSides {
  readonly coalitionIds: readonly string[];
  readonly organisationIds: readonly string[];
}

/** Coordinators see what their coalitions sent, holders of any mandate what their organisations received. */
export function invitationSides({ coordinates, mandates }: Rights): InvitationSides {
  return {
    coalitionIds: [...coordinates],
    organisationIds: mandates.map(({ organisationId }) => organisationId),
  };
}

/** Which invitations exist for a viewer, as a condition on `coalition_invitation`. */
export function isInvitationOpenTo(rights: Rights): RawBuilder<boolean> {
  const { coalitionIds, organisationIds } = invitationSides(rights);
  return sql<boolean>`(
    coalition_invitation.coalition_id = any (${coalitionIds}::uuid[])
    or coalition_invitation.organisation_id = any (${organisationIds}::uuid[]))`;
}
