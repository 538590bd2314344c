import type { Rights } from '@coalition-hub/subgraph';

/** Who may report that somebody signed elsewhere, on paper or by mail: coordinators of the statement's coalition. */
export function canReportSignature(rights: Rights, statement: { coalitionId: string }): boolean {
  return rights.coordinates.has(statement.coalitionId);
}
