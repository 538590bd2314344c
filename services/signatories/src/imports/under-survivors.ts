import { type Reads, survivorsOf } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import type { ReportedSignature } from './reported-signature.js';

/** Rows with the organisations that those they name were merged into since the list was matched with the registry. */
export async function underSurvivors(
  db: Reads<Tables>,
  rows: readonly ReportedSignature[],
): Promise<readonly ReportedSignature[]> {
  const named = rows.flatMap((row) => ('organisationId' in row ? row.organisationId : []));
  const survivors = await survivorsOf(db, named);
  return rows.map((row) => {
    if (!('organisationId' in row)) return row;
    const organisationId = survivors.get(row.organisationId) ?? row.organisationId;
    return organisationId === row.organisationId ? row : { ...row, organisationId };
  });
}
