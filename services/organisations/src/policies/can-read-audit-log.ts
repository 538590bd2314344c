import type { Rights } from '@coalition-hub/subgraph';

/** Who reads what was done to and for an organisation: whoever acts for it, unless for one statement only. */
export function canReadAuditLog({ mandates }: Rights, { id }: { readonly id: string }): boolean {
  return mandates.some(({ organisationId, statementId }) => organisationId === id && statementId === null);
}
