import type { Rights } from '@coalition-hub/subgraph';
import type { AdministeredOrganisation } from './can-grant-mandate.js';

/** Inviting is the organisation's own affair. */
export function canInviteRepresentative(
  _rights: Rights,
  { administered }: AdministeredOrganisation,
): boolean {
  return administered;
}
