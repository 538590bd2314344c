import type { Rights } from '@coalition-hub/subgraph';

/** Whoever holds a mandate of the invited organisation, whatever it is for. */
export function canAnswerInvitation(
  { mandates }: Rights,
  invitation: { readonly organisationId: string },
): boolean {
  return mandates.some(({ organisationId }) => organisationId === invitation.organisationId);
}
