import { isUuid, type Reads } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { signatureKey } from '../loaders/signature-keyset.js';
import { signatureSources } from '../loaders/signature-lists.js';
import type { SignatureRow } from '../loaders/signature-row.js';
import { SignatoryListKind } from '../types/filters.js';
import { SignatureOrder } from '../types/signature-order.js';
import type { ExportedSignature } from './exported-signature.js';

/** Rows kept in memory at a time. */
const rowsPerPage = 1_000;

const everything = { filter: null, collation: null };

/** One of a statement's lists from first to last, by name as signed; empty for an unknown statement. */
export async function* exportSignatures(
  reads: Reads<Tables>,
  statementId: string,
  list: `${SignatoryListKind}` = SignatoryListKind.CURRENT,
): AsyncGenerator<ExportedSignature, void, undefined> {
  if (!isUuid(statementId)) return;
  const source = signatureSources[list](reads, SignatureOrder.NAME);
  const page = { parents: [statementId], filter: everything, size: rowsPerPage };
  for (let last: SignatureRow | undefined, more = true; more; ) {
    const after = last ? signatureKey.NAME(last) : null;
    const rows = await source.rows({ ...page, after });
    const own = rows.slice(0, rowsPerPage);
    yield* own.map(exported);
    last = own.at(-1);
    more = rows.length > rowsPerPage;
  }
}

function exported(row: SignatureRow): ExportedSignature {
  const { id, name, country, organisationId, capacity, provenance, revisionId, status, signedOn, late } = row;
  const signatory = { nameAsSigned: name, countryAsSigned: country, organisationId, capacity };
  return { id, ...signatory, provenance, revisionId, status, signedOn, late };
}
