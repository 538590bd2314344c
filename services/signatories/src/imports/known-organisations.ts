import type { Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import type { KnownOrganisation } from '../loaders/known-organisation.js';

/** Those of the organisations that this service knows, by id. */
export async function knownOrganisations(
  db: Reads<Tables>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownOrganisation>> {
  const rows = await db
    .selectFrom('known_organisation')
    .select(['id', 'name', 'country', 'region'])
    .where('id', '=', (eb) => eb.fn.any(eb.val(ids)))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
