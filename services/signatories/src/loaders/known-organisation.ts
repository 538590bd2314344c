import { isUuid, type Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';

export interface KnownOrganisation {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly region: string | null;
}

/** What a signature copies of an organisation; null for an unknown one. */
export async function knownOrganisation(db: Reads<Tables>, id: string): Promise<KnownOrganisation | null> {
  if (!isUuid(id)) return null;
  const organisation = await db
    .selectFrom('known_organisation')
    .select(['id', 'name', 'country', 'region'])
    .where('id', '=', id)
    .executeTakeFirst();
  return organisation ?? null;
}
