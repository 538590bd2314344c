import { type CommandScope, isUuid } from '@coalition-hub/subgraph';
import type { Tables } from '../entities/tables.js';
import { openStatements, statementStatus } from '../loaders/statement-row.js';
import type { StatementStatus } from '../types/statement-status.js';

/** A statement as commands decide about it. */
export interface StatementSubject {
  readonly id: string;
  readonly coalitionId: string;
  readonly coAuthorIds: readonly string[];
  readonly currentNumber: number;
  /** Number of the current revision when members of the coalition were let in; null before. */
  readonly consultationFromNumber: number | null;
  readonly status: StatementStatus;
}

/**
 * Locks a statement that is open to the viewer until the end of the transaction, so that two who change it come one
 * after the other, and then reads it: what was read while waiting for the lock is from before it.
 */
export async function loadStatement(
  scope: CommandScope<Tables>,
  statementId: string,
): Promise<StatementSubject | null> {
  if (!isUuid(statementId)) return null;
  const statement = openStatements(scope.sql, scope.rights).where('statement.id', '=', statementId);
  await statement.select('statement.id').forUpdate('statement').execute();
  const row = await statement
    .select([
      'statement.id',
      'statement.coalition_id as coalitionId',
      'statement.co_author_ids as coAuthorIds',
      'statement.current_number as currentNumber',
      'statement.consultation_from_number as consultationFromNumber',
      statementStatus.as('status'),
    ])
    .executeTakeFirst();
  return row ?? null;
}
