import { revisionDigest } from '@coalition-hub/proof';
import type { CommandScope } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import type { CleanRevision } from './clean-revision.js';

/** Stores a revision, tells of it, and returns its id. */
export async function addRevision(
  scope: CommandScope<Tables>,
  statementId: string,
  number: number,
  revision: CleanRevision,
): Promise<string> {
  const id = scope.newId('revision');
  const digest = revisionDigest({ statement: statementId, number, ...revision });
  await scope.sql
    .insertInto('revision')
    .values({
      id,
      statement_id: statementId,
      number,
      digest,
      ...revision,
      published_at: sql<string>`hub_now()`,
    })
    .execute();
  scope.emit({
    type: 'STATEMENT_REVISED',
    subject: statementId,
    data: { statementId, revisionId: id, number, digest },
  });
  return id;
}
