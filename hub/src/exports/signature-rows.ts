import { type ExportedSignature, exportSignatures } from '@coalition-hub/signatories';
import type { Subgraphs } from '../assembly/subgraphs.js';
import type { ExportRow } from './write-rows.js';

/** In the order of the file. The first ones are read by `import-signatures`. */
export const signatureColumns = [
  'name',
  'country',
  'capacity',
  'signed_on',
  'late',
  'status',
  'provenance',
  'organisation_id',
  'revision_id',
  'signature_id',
] as const;

export type ExportedList = 'CURRENT' | 'AT_DELIVERY';

/** One of a statement's lists, by name as signed: what everybody can read, and nothing else. */
export async function* signatureRows(
  { service }: Subgraphs['signatories'],
  statementId: string,
  list: ExportedList,
): AsyncGenerator<ExportRow, void> {
  for await (const signature of exportSignatures(service.database.reads, statementId, list))
    yield rowOf(signature);
}

function rowOf(signature: ExportedSignature): ExportRow {
  return {
    name: signature.nameAsSigned,
    country: signature.countryAsSigned,
    capacity: signature.capacity,
    signed_on: signature.signedOn,
    late: signature.late,
    status: signature.status,
    provenance: signature.provenance,
    organisation_id: signature.organisationId,
    revision_id: signature.revisionId,
    signature_id: signature.id,
  };
}
