import type { CommandScope } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { keepSearchable } from '../search/keep-searchable.js';
import { wordsOfRevision } from '../words/words-of-revision.js';
import type { CleanRevision } from './clean-revision.js';
import { digestOfRevision } from './digest-of-revision.js';

/** Stores a revision as the current one, tells of it, and returns its id. */
export async function addRevision(
  scope: CommandScope<Tables>,
  statementId: string,
  number: number,
  revision: CleanRevision,
): Promise<string> {
  const id = scope.newId('revision');
  const digest = digestOfRevision(statementId, number, revision);
  const { addressees, footnotes, ...text } = revision;
  await scope.sql
    .insertInto('revision')
    .values({
      id,
      statement_id: statementId,
      number,
      digest,
      ...text,
      addressees: sql`${JSON.stringify(addressees)}::jsonb`,
      footnotes: sql`${JSON.stringify(footnotes)}::jsonb`,
      word_count: wordsOfRevision(revision),
      published_at: sql<string>`hub_now()`,
    })
    .execute();
  await keepSearchable(scope.sql, statementId, revision);
  scope.emit({
    type: 'STATEMENT_REVISED',
    subject: statementId,
    data: { statementId, revisionId: id, number, digest },
  });
  return id;
}
