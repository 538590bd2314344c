import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

/** What decides on a signature's withdrawal. */
export interface WithdrawableSignature {
  readonly statementId: string;
  /** Null for a person. */
  readonly organisationId: string | null;
  /** Null where nothing is known of the statement. */
  readonly coalitionId: string | null;
  /** Whether a coordinator reported it and the signatory has not confirmed it. */
  readonly reported: boolean;
}

/**
 * Who may withdraw a signature: whoever may sign the statement for the organisation, signer or not. Coordinators may
 * take back what they reported, as long as it is no more than that.
 */
export function canWithdraw(rights: Rights, signature: WithdrawableSignature): boolean {
  return isSignatory(rights, signature) || (signature.reported && coordinates(rights, signature));
}

export function isSignatory(rights: Rights, { organisationId, statementId }: WithdrawableSignature): boolean {
  return organisationId !== null && rights.mayActFor(organisationId, 'SIGN', statementId);
}

function coordinates(rights: Rights, { coalitionId }: WithdrawableSignature): boolean {
  return (
    coalitionId !== null &&
    rights.hasRole(coalitionId, coalitionPermissions['report signatures, and withdraw reported ones'])
  );
}
