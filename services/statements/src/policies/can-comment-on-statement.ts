import type { Rights } from '@coalition-hub/subgraph';
import type { Contribution } from './can-propose-amendment.js';

/** Who may talk about a draft: its coordinators, and whoever may propose to change it. */
export function canCommentOnStatement(
  rights: Rights,
  { coalitionId, voices }: Contribution & { readonly coalitionId: string },
): boolean {
  return rights.coordinates.has(coalitionId) || voices.length > 0;
}
