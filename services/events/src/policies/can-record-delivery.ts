import type { Rights } from '@coalition-hub/subgraph';

/** Coordinators of the statement's coalition. */
export function canRecordDelivery(
  rights: Rights,
  { statement }: { readonly statement: { readonly coalitionId: string } },
): boolean {
  return rights.coordinates.has(statement.coalitionId);
}
