import { sql } from 'kysely';
import type { AnyDatabase } from '../outbox/any-database.js';
import type { OrganisationMerge } from './merges-projection.js';

/**
 * Puts the kept organisation where rows name the merged one, in a column of ids that has an order: in the merged one's
 * place, or in the kept one's own where that comes first.
 */
export async function followInOrder(
  tx: AnyDatabase,
  table: string,
  column: string,
  { keptId, mergedId }: OrganisationMerge,
): Promise<void> {
  const ids = sql.ref(column);
  await sql`
    update ${sql.table(table)} set ${ids} = (
        select array_agg(id order by turn) from (
          select id, min(turn) as turn
            from unnest(array_replace(${ids}, ${mergedId}::uuid, ${keptId}::uuid)) with ordinality as named(id, turn)
           group by id) as once)
     where ${ids} @> array[${mergedId}::uuid]`.execute(tx);
}
