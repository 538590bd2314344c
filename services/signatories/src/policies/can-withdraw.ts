import type { Rights } from '@coalition-hub/subgraph';

/** Who may withdraw a signature: whoever may sign the statement for the organisation, signer or not. */
export function canWithdraw(
  rights: Rights,
  signature: { organisationId: string; statementId: string },
): boolean {
  return rights.mayActFor(signature.organisationId, 'SIGN', signature.statementId);
}
