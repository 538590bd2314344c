import type { Emit, Unit } from '@coalition-hub/subgraph';
import { sql as query } from 'kysely';
import { digestOfRevision } from '../commands/digest-of-revision.js';
import type { Tables } from '../entities/tables.js';
import { addSearchable } from '../search/keep-searchable.js';
import type { Addressee } from '../types/addressee.js';
import type { Footnote } from '../types/footnote.js';
import { wordsOfRevision } from '../words/words-of-revision.js';

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
  readonly addressees?: readonly Addressee[];
  readonly footnotes?: readonly Footnote[];
  readonly publishedAt: string;
}

/** The digest that the only revision of a seeded statement has. */
export function seedDigest(seed: StatementSeed): string {
  return digestOfRevision(seed.id, 1, said(seed));
}

function said({ language, title, text, addressees = [], footnotes = [] }: StatementSeed) {
  return { language, title, text, addressees, footnotes };
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
  for (const seed of seeds) await addSearchable(sql, seed.id, said(seed));
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
    consultation_from_number: null,
    created_at: publishedAt,
    withdrawn_at: null,
  };
}

function revisionRow(seed: StatementSeed) {
  const { addressees, footnotes, ...text } = said(seed);
  return {
    id: seed.revisionId,
    statement_id: seed.id,
    number: 1,
    digest: seedDigest(seed),
    ...text,
    addressees: query<readonly Addressee[]>`${JSON.stringify(addressees)}::jsonb`,
    footnotes: query<readonly Footnote[]>`${JSON.stringify(footnotes)}::jsonb`,
    word_count: wordsOfRevision(said(seed)),
    published_at: seed.publishedAt,
  };
}
