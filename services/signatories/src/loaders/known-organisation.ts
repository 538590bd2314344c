import { isUuid, type Reads } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';

export interface KnownOrganisation {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly region: string | null;
}

/** What a signature copies of an organisation, or of the one that it was merged into; null for an unknown one. */
export async function knownOrganisation(db: Reads<Tables>, id: string): Promise<KnownOrganisation | null> {
  if (!isUuid(id)) return null;
  const organisation = await db
    .selectFrom('known_organisation')
    .select(['id', 'name', 'country', 'region'])
    .where(
      'id',
      '=',
      sql<string>`coalesce((select into_id from merged_organisation where id = ${id}), ${id})`,
    )
    .executeTakeFirst();
  return organisation ?? null;
}
