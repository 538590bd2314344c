import type { Rights } from '@coalition-hub/subgraph';
import type { Contribution } from './can-propose-amendment.js';
import { coalitionPermissions } from './coalition-permissions.js';

/** Who talks about a draft in the coalition's own name. */
export function speaksForCoalition(rights: Rights, { coalitionId }: { coalitionId: string }): boolean {
  return rights.hasRole(coalitionId, coalitionPermissions['comment for the coalition']);
}

/** Who may talk about a draft: whoever speaks for the coalition, and whoever may propose to change the draft. */
export function canCommentOnStatement(
  rights: Rights,
  subject: Contribution & { readonly coalitionId: string },
): boolean {
  return speaksForCoalition(rights, subject) || subject.voices.length > 0;
}
