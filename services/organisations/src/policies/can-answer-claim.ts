import type { Rights } from '@coalition-hub/subgraph';
import { ClaimState, ClaimWay } from '../types/claim.js';
import type { AdministeredOrganisation } from './can-grant-mandate.js';
import { coalitionPermissions } from './coalition-permissions.js';

export interface AnsweredClaim extends AdministeredOrganisation {
  readonly personId: string;
  readonly way: string;
  readonly state: string;
  /** Coalitions of which the organisation is a member today. */
  readonly coalitionIds: readonly string[];
}

/** Whether somebody could only ask others: deciding for oneself is for administrators of the hub alone. */
function isOwn({ personId }: Rights, claim: AnsweredClaim): boolean {
  return claim.personId === personId;
}

/**
 * Who decides on a claim: the organisation's administrators and those of the hub, and, on what was asked for and is not
 * contested, coordinators of a coalition to which the organisation belongs.
 */
export function canAnswerClaim(rights: Rights, claim: AnsweredClaim): boolean {
  if (rights.administrator) return true;
  if (isOwn(rights, claim)) return false;
  return claim.administered || isForCoordinators(rights, claim);
}

function isForCoordinators(rights: Rights, { way, state, coalitionIds }: AnsweredClaim): boolean {
  if (way !== ClaimWay.REQUEST || state === ClaimState.CONTESTED) return false;
  const roles = coalitionPermissions['decide on requests for mandates of members'];
  return coalitionIds.some((coalitionId) => rights.hasRole(coalitionId, roles));
}
