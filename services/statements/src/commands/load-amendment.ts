import { type CommandScope, isUuid } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import type { Tables } from '../entities/tables.js';
import { openAmendments } from '../loaders/open-amendments.js';
import type { AmendmentState } from '../types/amendment-state.js';
import { loadStatement, type StatementSubject } from './load-statement.js';

/** An amendment, with the statement that it would change. */
export interface AmendmentSubject extends StatementSubject {
  readonly amendment: {
    readonly id: string;
    readonly passage: string;
    readonly replacement: string;
    readonly state: AmendmentState;
  };
}

/** Reads an amendment that is open to the viewer, after its statement was locked: two who decide come in turn. */
export async function loadAmendment(
  scope: CommandScope<Tables>,
  amendmentId: string,
): Promise<AmendmentSubject | null> {
  if (!isUuid(amendmentId)) return null;
  const amendments = openAmendments(scope.sql, scope.rights).where('amendment.id', '=', amendmentId);
  const found = await amendments.select('amendment.statement_id as statementId').executeTakeFirst();
  const statement = found ? await loadStatement(scope, found.statementId) : null;
  if (statement === null) return null;
  const amendment = await amendments
    .select(['amendment.id', 'amendment.passage', 'amendment.replacement'])
    .select(sql<AmendmentState>`amendment.state`.as('state'))
    .executeTakeFirst();
  return amendment ? { ...statement, amendment } : null;
}
