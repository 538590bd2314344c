import type { CommandScope } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { addRevision } from './add-revision.js';
import type { CleanRevision } from './clean-revision.js';
import type { StatementSubject } from './load-statement.js';

/** Gives a locked statement its next revision, and returns that one's id. */
export async function addNextRevision(
  scope: CommandScope<Tables>,
  { id, currentNumber }: Pick<StatementSubject, 'id' | 'currentNumber'>,
  revision: CleanRevision,
): Promise<string> {
  const number = currentNumber + 1;
  await scope.sql
    .updateTable('statement')
    .set({ title: revision.title, current_number: number })
    .where('id', '=', id)
    .execute();
  return addRevision(scope, id, number, revision);
}
