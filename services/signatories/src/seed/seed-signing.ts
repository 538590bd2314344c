import { listDigest } from '@coalition-hub/proof';
import type { Emit, Unit } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { SignatureStatus } from '../types/signature.js';

export interface SignatureSeed {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
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
  const entries = signatures.map(({ id, name, country, signedAt }) => ({
    id,
    nameAsSigned: name,
    countryAsSigned: country,
    revision: revisionDigest,
    signedOn: signedAt.slice(0, 10),
  }));
  return listDigest({
    statement: statementId,
    revision: revisionDigest,
    frozenAt: list?.frozenAt ?? '',
    entries,
  });
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
  for (const { id: signatureId, organisationId, country, region, signedAt } of signatures) {
    const data = { signatureId, statementId, organisationId, revisionId, country, region };
    emit({ type: 'SIGNATURE_ADMITTED', subject: signatureId, occurredAt: signedAt, data });
  }
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
