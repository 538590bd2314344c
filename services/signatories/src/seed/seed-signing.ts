import { listDigest } from '@coalition-hub/proof';
import type { Emit, NewEvent, Unit } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { SignatureStatus } from '../types/signature.js';
import { SignatureProvenance } from '../types/signature-provenance.js';

export interface SignatureSeed {
  readonly id: string;
  /** Null for a person. */
  readonly organisationId: string | null;
  readonly name: string;
  /** In which capacity a person signed; only for people. */
  readonly capacity?: string | null;
  /** Set where it was not the signatory itself that signed here; always so for people. */
  readonly reported?: boolean;
  readonly country: string | null;
  readonly region: string | null;
  /** ISO 8601. */
  readonly signedAt: string;
}

/** A window that was opened, signed in and, where a list is given, closed long ago. */
export interface SigningSeed {
  readonly statementId: string;
  readonly revisionId: string;
  readonly revisionDigest: string;
  /** ISO 8601 with milliseconds, as are the others. */
  readonly openedAt: string;
  readonly closesAt: string;
  readonly signatures: readonly SignatureSeed[];
  readonly list: { readonly id: string; readonly frozenAt: string } | null;
}

/** Rows per statement, so that large seeds stay below PostgreSQL's limit of 65,535 parameters. */
const chunk = 2_000;

/** Digest of the list that a seeded window was closed with. */
export function seedListDigest({ statementId, revisionDigest, signatures, list }: SigningSeed): string {
  const entries = signatures.map((signature) => ({
    id: signature.id,
    nameAsSigned: signature.name,
    countryAsSigned: signature.country,
    revision: revisionDigest,
    signedOn: signature.signedAt.slice(0, 10),
    ...howSigned(signature),
  }));
  return listDigest({
    statement: statementId,
    revision: revisionDigest,
    frozenAt: list?.frozenAt ?? '',
    entries,
  });
}

function howSigned({ capacity = null, reported = false }: SignatureSeed) {
  const { REPORTED_BY_COORDINATOR, SIGNED_BY_MANDATE } = SignatureProvenance;
  return {
    capacity,
    provenance: reported || capacity !== null ? REPORTED_BY_COORDINATOR : SIGNED_BY_MANDATE,
  };
}

/** Enters windows with their signatures and lists, telling the other services what commands would have told them. */
export async function seedSigning({ sql }: Unit<Tables>, emit: Emit, seed: SigningSeed): Promise<void> {
  await sql.insertInto('signing_window').values(windowRow(seed)).execute();
  for (let from = 0; from < seed.signatures.length; from += chunk) {
    const rows = seed.signatures.slice(from, from + chunk).map((signature) => signatureRow(seed, signature));
    await sql.insertInto('signature').values(rows).execute();
  }
  if (seed.list) await seedList({ sql }, seed, seed.list);
  tell(seed, emit);
}

async function seedList(
  { sql }: Pick<Unit<Tables>, 'sql'>,
  seed: SigningSeed,
  { id, frozenAt }: { readonly id: string; readonly frozenAt: string },
): Promise<void> {
  const { statementId, revisionId, signatures } = seed;
  const digest = seedListDigest(seed);
  await sql
    .insertInto('signatory_list')
    .values({
      id,
      statement_id: statementId,
      revision_id: revisionId,
      digest,
      size: signatures.length,
      people: signatures.filter(({ organisationId }) => organisationId === null).length,
      frozen_at: frozenAt,
    })
    .execute();
  for (let from = 0; from < signatures.length; from += chunk) {
    const rows = signatures.slice(from, from + chunk).map((signature) => entryRow(id, seed, signature));
    await sql.insertInto('list_entry').values(rows).execute();
  }
}

function windowRow({ statementId, revisionId, revisionDigest, closesAt, list }: SigningSeed) {
  return {
    statement_id: statementId,
    revision_id: revisionId,
    revision_digest: revisionDigest,
    opening: 1,
    closes_at: closesAt,
    closed_at: list?.frozenAt ?? null,
  };
}

function signatureRow({ statementId, revisionId, revisionDigest }: SigningSeed, signature: SignatureSeed) {
  const { id, organisationId, name, country, region, signedAt } = signature;
  return {
    id,
    statement_id: statementId,
    organisation_id: organisationId,
    ...howSigned(signature),
    revision_id: revisionId,
    revision_digest: revisionDigest,
    name,
    country,
    region,
    status: SignatureStatus.SIGNED,
    shown: true,
    late: false,
    signed_on: signedAt.slice(0, 10),
    signed_at: signedAt,
  };
}

function entryRow(listId: string, { revisionId }: SigningSeed, signature: SignatureSeed) {
  const { id, organisationId, name, country, region, signedAt } = signature;
  return {
    list_id: listId,
    signature_id: id,
    organisation_id: organisationId,
    ...howSigned(signature),
    revision_id: revisionId,
    name,
    country,
    region,
    late: false,
    signed_on: signedAt.slice(0, 10),
  };
}

function tell(seed: SigningSeed, emit: Emit): void {
  const { statementId, revisionId, revisionDigest, openedAt, closesAt, signatures, list } = seed;
  emit({
    type: 'SIGNING_OPENED',
    subject: statementId,
    occurredAt: openedAt,
    data: { statementId, revisionId, revisionNumber: 1, revisionDigest, closesAt, opening: 1 },
  });
  for (const signature of signatures) emit(admission(seed, signature));
  if (list === null) return;
  const { id: listId, frozenAt } = list;
  const data = {
    statementId,
    listId,
    listDigest: seedListDigest(seed),
    frozenAt,
    revisionId,
    size: signatures.length,
  };
  emit({ type: 'SIGNING_CLOSED', subject: statementId, occurredAt: frozenAt, data });
}

function admission({ statementId, revisionId }: SigningSeed, signature: SignatureSeed): NewEvent {
  const { id: signatureId, organisationId, country, region, reported, signedAt: occurredAt } = signature;
  const data = { signatureId, statementId, revisionId };
  if (organisationId === null)
    return { type: 'PERSON_SIGNATURE_ADMITTED', subject: signatureId, occurredAt, data };
  const place = { organisationId, country, region, ...(reported && { reported }) };
  return { type: 'SIGNATURE_ADMITTED', subject: signatureId, occurredAt, data: { ...data, ...place } };
}
