import { followInOrder, type NewEvent, type OrganisationMerge, type Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Makes the kept organisation the author of what the merged one co-authors, proposed and said. */
export async function followMerge(tx: Reads<Tables>, merge: OrganisationMerge): Promise<readonly NewEvent[]> {
  const { keptId, mergedId } = merge;
  // In one order, as whoever takes several.
  await tx
    .selectFrom('statement')
    .select('id')
    .where(sql<boolean>`co_author_ids @> array[${mergedId}::uuid]`)
    .orderBy('id')
    .forUpdate()
    .execute();
  await followInOrder(tx, 'statement', 'co_author_ids', merge);
  for (const table of ['amendment', 'comment'] as const)
    await sql`
      update ${sql.table(table)} set organisation_id = ${keptId} where organisation_id = ${mergedId}`.execute(
      tx,
    );
  return [];
}
