import { type CommandScope, NotFound, refuse } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { openRevisions } from '../loaders/open-revisions.js';

/** A revision that the viewer may see, or a refusal. */
export async function revisionText(scope: CommandScope<Tables>, statementId: string, number: number) {
  const revision = await openRevisions(scope.sql, scope.rights)
    .select(['revision.id', 'revision.language', 'revision.text'])
    .where('revision.statement_id', '=', statementId)
    .where('revision.number', '=', number)
    .executeTakeFirst();
  return revision ?? refuse(new NotFound('revision'));
}
