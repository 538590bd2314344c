import { isUuid, type Reads, type Rights } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

export interface VisibleStatement {
  readonly id: string;
  readonly coalitionId: string;
}

/**
 * A statement that a person may know of: one that was ever opened, or one of a coalition that the person coordinates,
 * or one that an organisation co-authors for which the person holds a mandate. Null for every other.
 */
export async function visibleStatement(
  db: Reads<Tables>,
  rights: Rights,
  id: string,
): Promise<VisibleStatement | null> {
  if (!isUuid(id)) return null;
  const statement = await db
    .selectFrom('known_statement')
    .select(['id', 'coalition_id as coalitionId'])
    .where('id', '=', id)
    .where(
      sql<boolean>`(
        exists (select from signing_window where statement_id = known_statement.id)
        or coalition_id = any(${[...rights.coordinates]}::uuid[])
        or exists (
          select from unnest(co_author_ids) as named(id)
            left join merged_organisation using (id)
           where coalesce(into_id, named.id) = any(${rights.organisationsFor(id)}::uuid[])))`,
    )
    .executeTakeFirst();
  return statement ?? null;
}
