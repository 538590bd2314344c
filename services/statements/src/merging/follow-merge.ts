import type { NewEvent, OrganisationMerge, Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

/** Makes the kept organisation the author of what the merged one co-authors, proposed and said. */
export async function followMerge(
  tx: Reads<Tables>,
  { keptId, mergedId }: OrganisationMerge,
): Promise<readonly NewEvent[]> {
  const statements = await tx
    .selectFrom('statement')
    .select('id')
    .where(sql<boolean>`co_author_ids @> array[${mergedId}::uuid]`)
    .orderBy('id')
    .forUpdate()
    .execute();
  const ids = statements.map(({ id }) => id);
  // In the merged one's place, or in the kept one's own where that comes first.
  await sql`
    update statement set co_author_ids = (
        select array_agg(id order by turn) from (
          select id, min(turn) as turn
            from unnest(array_replace(co_author_ids, ${mergedId}::uuid, ${keptId}::uuid)) with ordinality as named(id, turn)
           group by id) as once)
     where id = any(${ids}::uuid[])`.execute(tx);
  for (const table of ['amendment', 'comment'] as const)
    await sql`
      update ${sql.table(table)} set organisation_id = ${keptId} where organisation_id = ${mergedId}`.execute(
      tx,
    );
  return [];
}
