import { sql } from 'kysely';
import { type Signature, SignatureStatus } from '../types/signature.js';
import type { SignatureProvenance } from '../types/signature-provenance.js';

/** A signature as lists read it: just the columns that the schema shows, without its statement where that is known. */
export interface SignatureRow {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  /** Null for a person. */
  readonly organisationId: string | null;
  /** Null for an organisation. */
  readonly capacity: string | null;
  readonly provenance: SignatureProvenance;
  readonly revisionId: string;
  readonly status: SignatureStatus;
  readonly signedOn: string;
  readonly late: boolean;
}

/** A signature that was not found by way of its statement. */
export interface SignatureRowWithStatement extends SignatureRow {
  readonly statementId: string;
}

export const signatureColumns = [
  'signature.id',
  'signature.name',
  'signature.country',
  'signature.organisation_id as organisationId',
  'signature.capacity',
  sql<SignatureProvenance>`signature.provenance`.as('provenance'),
  'signature.revision_id as revisionId',
  sql<SignatureStatus>`signature.status`.as('status'),
  'signature.signed_on as signedOn',
  'signature.late',
] as const;

export const signatureColumnsWithStatement = [
  ...signatureColumns,
  'signature.statement_id as statementId',
] as const;

/** Only signatures that stood were put on the list, and as such it shows them for good. */
export const entryColumns = [
  'list_entry.signature_id as id',
  'list_entry.name',
  'list_entry.country',
  'list_entry.organisation_id as organisationId',
  'list_entry.capacity',
  sql<SignatureProvenance>`list_entry.provenance`.as('provenance'),
  'list_entry.revision_id as revisionId',
  sql.lit(SignatureStatus.SIGNED).as('status'),
  'list_entry.signed_on as signedOn',
  'list_entry.late',
] as const;

/** Complete but for what other subgraphs know, so that no field of a long list needs a resolver. */
export function signatureOf(row: SignatureRow, statementId: string): Signature {
  return {
    id: row.id,
    nameAsSigned: row.name,
    countryAsSigned: row.country,
    organisation: row.organisationId === null ? null : { id: row.organisationId },
    person: row.capacity === null ? null : { nameAsSigned: row.name, capacity: row.capacity },
    provenance: row.provenance,
    statement: { id: statementId },
    revision: { id: row.revisionId },
    status: row.status,
    signedOn: row.signedOn,
    late: row.late,
  };
}
