import type { Rights } from '@coalition-hub/subgraph';

/** Who may invite organisations to sign a statement, and take that back: coordinators of its coalition. */
export function canInviteToSign(rights: Rights, subject: { coalitionId: string }): boolean {
  return rights.coordinates.has(subject.coalitionId);
}
