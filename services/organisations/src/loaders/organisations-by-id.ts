import { isUuid, type KitTables, PreparedQuery, type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { Organisation } from '../types/organisation.js';
import { organisationColumns } from './organisation-columns.js';

/** Each entry of a list, where more is asked of an organisation than what `organisationsInBrief` reads. */
const byIds = new PreparedQuery<Tables & KitTables, { ids: readonly string[] }, Organisation>((db, { ids }) =>
  db
    .selectFrom('organisation')
    .select(organisationColumns)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .$castTo<Organisation>(),
);

export function organisationsById(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) =>
    rowsByKey(ids, await byIds.rows(reads, { ids: ids.filter(isUuid) }), ({ id }) => id),
  );
}
