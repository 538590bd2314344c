import type { CommandScope } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import type { CleanRevision } from './clean-revision.js';
import type { StatementSubject } from './load-statement.js';

/** What the current revision says, for the next one to be made of. */
export function currentRevision(
  scope: CommandScope<Tables>,
  { id, currentNumber }: Pick<StatementSubject, 'id' | 'currentNumber'>,
): Promise<CleanRevision> {
  return scope.sql
    .selectFrom('revision')
    .select(['language', 'title', 'text', 'addressees', 'footnotes'])
    .where('statement_id', '=', id)
    .where('number', '=', currentNumber)
    .executeTakeFirstOrThrow();
}
