import type { NewEvent, OrganisationMerge, Reads } from '@coalition-hub/subgraph';
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
export async function followMerge(
  tx: Reads<Tables>,
  { keptId, mergedId }: OrganisationMerge,
): Promise<readonly NewEvent[]> {
  for (const [table, column] of named) {
    const ids = sql.ref(column);
    // In the merged one's place, or in the kept one's own where that comes first.
    await sql`
      update ${sql.table(table)} set ${ids} = (
          select array_agg(id order by turn) from (
            select id, min(turn) as turn
              from unnest(array_replace(${ids}, ${mergedId}::uuid, ${keptId}::uuid)) with ordinality as named(id, turn)
             group by id) as once)
       where ${ids} @> array[${mergedId}::uuid]`.execute(tx);
  }
  await sql`update delivery set speaker_id = ${keptId} where speaker_id = ${mergedId}`.execute(tx);
  return [];
}
