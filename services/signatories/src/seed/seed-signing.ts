import { listDigest } from '@coalition-hub/proof';
import type { Emit, NewEvent, Unit } from '@coalition-hub/subgraph';
import { sql as query } from 'kysely';
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

/** A window that was opened. */
export interface OpenWindowSeed {
  readonly statementId: string;
  readonly revisionId: string;
  readonly revisionDigest: string;
  /** ISO 8601 with milliseconds, as are the others. */
  readonly openedAt: string;
  readonly closesAt: string;
}

/** A window that was opened, signed in and, where a list is given, closed long ago. */
export interface SigningSeed extends OpenWindowSeed {
  readonly signatures: readonly SignatureSeed[];
  readonly list: { readonly id: string; readonly frozenAt: string } | null;
}

/** Signatures of a window that stays open: a statement may have more than one transaction should hold. */
export interface SigningPart {
  readonly window: OpenWindowSeed;
  /** Whether this is the first part, with which the window opens. */
  readonly opens: boolean;
  readonly signatures: readonly SignatureSeed[];
}

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

/** Enters a window with its signatures and list, telling the other services what commands would have told them. */
export async function seedSigning({ sql }: Unit<Tables>, emit: Emit, seed: SigningSeed): Promise<void> {
  const { list, signatures } = seed;
  await insertWindows(sql, [windowRow(seed, list?.frozenAt ?? null)]);
  await insertSignatures(
    sql,
    signatures.map((signature) => signatureRow(seed, signature)),
  );
  if (list) await seedList({ sql }, seed, list);
  emit(opening(seed));
  for (const signature of signatures) emit(admission(seed, signature));
  if (list) emit(closing(seed, list));
}

/** The same for parts of windows that stay open, in as many statements of SQL whatever their number. */
export async function seedSigningParts(
  { sql }: Unit<Tables>,
  emit: Emit,
  parts: readonly SigningPart[],
): Promise<void> {
  const opened = parts.filter(({ opens }) => opens).map(({ window }) => window);
  await insertWindows(
    sql,
    opened.map((window) => windowRow(window, null)),
  );
  await insertSignatures(
    sql,
    parts.flatMap(({ window, signatures }) => signatures.map((signature) => signatureRow(window, signature))),
  );
  for (const { window, opens, signatures } of parts) {
    if (opens) emit(opening(window));
    for (const signature of signatures) emit(admission(window, signature));
  }
}

type Sql = Unit<Tables>['sql'];

/** Rows travel as one parameter: there is no limit to meet, and nothing to compile for each row. */
async function insertWindows(sql: Sql, rows: readonly ReturnType<typeof windowRow>[]): Promise<void> {
  if (rows.length === 0) return;
  await query`
    insert into signing_window (statement_id, revision_id, revision_digest, opening, closes_at, closed_at)
    select statement_id, revision_id, revision_digest, opening, closes_at, closed_at
      from jsonb_populate_recordset(null::signing_window, ${JSON.stringify(rows)}::jsonb)`.execute(sql);
}

async function insertSignatures(sql: Sql, rows: readonly ReturnType<typeof signatureRow>[]): Promise<void> {
  if (rows.length === 0) return;
  await query`
    insert into signature (id, statement_id, organisation_id, capacity, provenance, revision_id, revision_digest, name,
                           country, region, status, shown, late, signed_on, signed_at)
    select id, statement_id, organisation_id, capacity, provenance, revision_id, revision_digest, name,
           country, region, status, shown, late, signed_on, signed_at
      from jsonb_populate_recordset(null::signature, ${JSON.stringify(rows)}::jsonb)`.execute(sql);
}

async function insertEntries(sql: Sql, rows: readonly ReturnType<typeof entryRow>[]): Promise<void> {
  if (rows.length === 0) return;
  await query`
    insert into list_entry (list_id, signature_id, organisation_id, capacity, provenance, revision_id, name, country,
                            region, late, signed_on)
    select list_id, signature_id, organisation_id, capacity, provenance, revision_id, name, country, region, late,
           signed_on
      from jsonb_populate_recordset(null::list_entry, ${JSON.stringify(rows)}::jsonb)`.execute(sql);
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
  await insertEntries(
    sql,
    signatures.map((signature) => entryRow(id, seed, signature)),
  );
}

function windowRow(
  { statementId, revisionId, revisionDigest, closesAt }: OpenWindowSeed,
  closedAt: string | null,
) {
  return {
    statement_id: statementId,
    revision_id: revisionId,
    revision_digest: revisionDigest,
    opening: 1,
    closes_at: closesAt,
    closed_at: closedAt,
  };
}

function signatureRow({ statementId, revisionId, revisionDigest }: OpenWindowSeed, signature: SignatureSeed) {
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

function opening({ statementId, revisionId, revisionDigest, openedAt, closesAt }: OpenWindowSeed): NewEvent {
  return {
    type: 'SIGNING_OPENED',
    subject: statementId,
    occurredAt: openedAt,
    data: { statementId, revisionId, revisionNumber: 1, revisionDigest, closesAt, opening: 1 },
  };
}

function closing(
  seed: SigningSeed,
  { id: listId, frozenAt }: { readonly id: string; readonly frozenAt: string },
): NewEvent {
  const { statementId, revisionId, signatures } = seed;
  const told = { statementId, listId, listDigest: seedListDigest(seed), frozenAt, revisionId };
  return {
    type: 'SIGNING_CLOSED',
    subject: statementId,
    occurredAt: frozenAt,
    data: { ...told, size: signatures.length },
  };
}

function admission({ statementId, revisionId }: OpenWindowSeed, signature: SignatureSeed): NewEvent {
  const { id: signatureId, organisationId, country, region, reported, signedAt: occurredAt } = signature;
  const data = { signatureId, statementId, revisionId };
  if (organisationId === null)
    return { type: 'PERSON_SIGNATURE_ADMITTED', subject: signatureId, occurredAt, data };
  const place = { organisationId, country, region, ...(reported && { reported }) };
  return { type: 'SIGNATURE_ADMITTED', subject: signatureId, occurredAt, data: { ...data, ...place } };
}
