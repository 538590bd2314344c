import type { CommandScope } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { OpenedWindow } from '../commands/freeze-list.js';
import { signatureIn } from '../commands/signature-in.js';
import type { Tables } from '../entities/tables.js';
import { SignatureProvenance } from '../types/signature-provenance.js';

/** A row that is to become a signature. */
export interface AdmissibleRow {
  readonly index: number;
  readonly key: string;
  readonly organisationId: string | null;
  readonly capacity: string | null;
  readonly name: string;
  readonly country: string | null;
  readonly region: string | null;
  readonly signedOn: string;
}

/** Rows per statement of SQL: what one text of JSON may hold without weighing on memory. */
const chunk = 1_000;

/**
 * Enters rows as reported signatures; who signs at the same moment is left alone. In the order of keys, so that two
 * imports of the same list wait for each other instead of locking each other out.
 * @returns ids of the signatures that were entered, by the row's index
 */
export async function admitRows(
  scope: CommandScope<Tables>,
  window: OpenedWindow,
  rows: readonly AdmissibleRow[],
): Promise<ReadonlyMap<number, string>> {
  const sorted = rows.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const admitted = new Map<number, string>();
  for (let from = 0; from < sorted.length; from += chunk) {
    const part = sorted.slice(from, from + chunk).map((row) => ({ ...row, id: scope.newId('signature') }));
    const ids = await insert(scope, window, part);
    for (const { id, index } of part) if (ids.has(id)) admitted.set(index, id);
  }
  return admitted;
}

async function insert(
  { sql: db }: CommandScope<Tables>,
  window: OpenedWindow,
  rows: readonly (AdmissibleRow & { readonly id: string })[],
): Promise<ReadonlySet<string>> {
  const { statement_id, revision_id, revision_digest, status, late, signed_at } = signatureIn(window);
  const { rows: admitted } = await sql<{ id: string }>`
    insert into signature
      (id, statement_id, organisation_id, capacity, provenance, revision_id, revision_digest, name, country, region,
       status, shown, late, signed_on, signed_at)
    select id, ${statement_id}, "organisationId", capacity, ${SignatureProvenance.REPORTED_BY_COORDINATOR},
           ${revision_id}, ${revision_digest}, name, country, region,
           ${status}, true, ${late}, "signedOn", ${signed_at}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as row(id uuid, "organisationId" uuid, capacity text, name text, country text, region text, "signedOn" date)
    on conflict do nothing
    returning id`.execute(db);
  return new Set(admitted.map(({ id }) => id));
}
