import type { Rights } from '@coalition-hub/subgraph';

/** Who may sign a statement for an organisation: whoever holds its mandate to sign that covers the statement. */
export function canSign(rights: Rights, subject: { organisationId: string; statementId: string }): boolean {
  return rights.mayActFor(subject.organisationId, 'SIGN', subject.statementId);
}
