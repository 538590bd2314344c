import type { Rights } from '@coalition-hub/subgraph';

export interface RevisedStatement {
  readonly id: string;
  readonly coalitionId: string;
  readonly coAuthorIds: readonly string[];
}

/** Who may give a statement another text: its coordinators, and whom a co-author sent to revise it. */
export function canReviseStatement(rights: Rights, statement: RevisedStatement): boolean {
  const { id, coalitionId, coAuthorIds } = statement;
  if (rights.coordinates.has(coalitionId)) return true;
  return coAuthorIds.some((organisationId) => rights.mayActFor(organisationId, 'REVISE', id));
}
