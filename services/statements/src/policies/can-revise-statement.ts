import type { Rights } from '@coalition-hub/subgraph';
import { coalitionPermissions } from './coalition-permissions.js';

export interface RevisedStatement {
  readonly id: string;
  readonly coalitionId: string;
  readonly coAuthorIds: readonly string[];
}

/** Who may give a statement another text: coordinators and editors of the coalition, and whom a co-author sent to do so. */
export function canReviseStatement(rights: Rights, statement: RevisedStatement): boolean {
  const { id, coalitionId, coAuthorIds } = statement;
  if (rights.hasRole(coalitionId, coalitionPermissions['revise drafts, decide on amendments'])) return true;
  return coAuthorIds.some((organisationId) => rights.mayActFor(organisationId, 'EDIT', id));
}
