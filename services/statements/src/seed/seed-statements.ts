import { revisionDigest } from '@coalition-hub/proof';
import type { Emit, Unit } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';

/** A statement of one revision, as written long ago. Times are ISO 8601. */
export interface StatementSeed {
  readonly id: string;
  readonly slug: string;
  readonly kind: string;
  readonly coalitionId: string;
  readonly coAuthorIds: readonly string[];
  readonly revisionId: string;
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: string;
}

/** The digest that the only revision of a seeded statement has. */
export function seedDigest({ id, language, title, text }: StatementSeed): string {
  return revisionDigest({ statement: id, number: 1, language, title, text });
}

/** Enters statements, telling the other services what commands would have told them. */
export async function seedStatements(
  { sql }: Unit<Tables>,
  emit: Emit,
  seeds: readonly StatementSeed[],
): Promise<void> {
  if (seeds.length === 0) return;
  await sql.insertInto('statement').values(seeds.map(statementRow)).execute();
  await sql.insertInto('revision').values(seeds.map(revisionRow)).execute();
  for (const seed of seeds) {
    const { id: statementId, slug, coalitionId, coAuthorIds, revisionId, publishedAt: occurredAt } = seed;
    emit({
      type: 'STATEMENT_CREATED',
      subject: statementId,
      occurredAt,
      data: { statementId, slug, coalitionId, coAuthorIds },
    });
    emit({
      type: 'STATEMENT_REVISED',
      subject: statementId,
      occurredAt,
      data: { statementId, revisionId, number: 1, digest: seedDigest(seed) },
    });
  }
}

function statementRow({ id, slug, kind, coalitionId, coAuthorIds, title, publishedAt }: StatementSeed) {
  return {
    id,
    slug,
    kind,
    coalition_id: coalitionId,
    co_author_ids: [...coAuthorIds],
    title,
    current_number: 1,
    created_at: publishedAt,
    withdrawn_at: null,
  };
}

function revisionRow(seed: StatementSeed) {
  const { id, revisionId, language, title, text, publishedAt } = seed;
  const digest = seedDigest(seed);
  return {
    id: revisionId,
    statement_id: id,
    number: 1,
    digest,
    language,
    title,
    text,
    published_at: publishedAt,
  };
}
