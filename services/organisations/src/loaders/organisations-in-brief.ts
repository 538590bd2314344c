import { isUuid, type KitTables, PreparedQuery, type Reads, rowsByKey } from '@coalition-hub/subgraph';
import DataLoader from 'dataloader';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { Organisation } from '../types/organisation.js';

const brief = ['id', 'slug', 'name', 'country'] as const;

const fieldsInBrief: ReadonlySet<string> = new Set([...brief, '__typename']);

/** What lists of signatories and members show of an organisation. */
export type OrganisationInBrief = Pick<Organisation, (typeof brief)[number]>;

/** Whether a selection needs no more of organisations than that. */
export function isInBrief(selected: ReadonlySet<string>): boolean {
  return [...selected].every((field) => fieldsInBrief.has(field));
}

/** Nearly every list of the graph ends here. */
const byIds = new PreparedQuery<Tables & KitTables, { ids: readonly string[] }, OrganisationInBrief>(
  (db, { ids }) => db.selectFrom('organisation').select(brief).where(sql<boolean>`id = any(${ids}::uuid[])`),
);

/** Four columns instead of all, two of which are JSON to parse: for a hundred rows that is most of reading them. */
export function organisationsInBrief(reads: Reads<Tables>) {
  return new DataLoader(async (ids: readonly string[]) =>
    rowsByKey(ids, await byIds.rows(reads, { ids: ids.filter(isUuid) }), ({ id }) => id),
  );
}
