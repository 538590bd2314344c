import { followInOrder, type NewEvent, type OrganisationMerge, type Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Columns that name organisations in an order, by table. */
const named = [
  ['delivery', 'delivered_by_ids'],
  ['delivery', 'on_behalf_of_ids'],
  ['side_event', 'organiser_ids'],
] as const;

/**
 * Makes the kept organisation the one that delivered, spoke, was spoken for and organised what the merged one did. The
 * list that a delivery names, and its number, stay as they are.
 */
export async function followMerge(tx: Reads<Tables>, merge: OrganisationMerge): Promise<readonly NewEvent[]> {
  const { keptId, mergedId } = merge;
  for (const [table, column] of named) await followInOrder(tx, table, column, merge);
  await sql`update delivery set speaker_id = ${keptId} where speaker_id = ${mergedId}`.execute(tx);
  return [];
}
