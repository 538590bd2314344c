import { type Command, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { canWithdrawStatement } from '../policies/can-withdraw-statement.js';
import { AlreadyWithdrawn } from '../types/refusals.js';
import { StatementStatus } from '../types/statement-status.js';
import { loadStatement, type StatementSubject } from './load-statement.js';

@InputType({ description: 'A statement to take back, for good.' })
export class WithdrawStatementInput {
  @Field(() => ID, { description: 'The statement.' })
  statementId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The statement is withdrawn.' })
export class WithdrawStatementSuccess {
  statementId!: string;
}

export const withdrawStatement: Command<
  Tables,
  WithdrawStatementInput,
  StatementSubject,
  WithdrawStatementSuccess
> = {
  name: 'withdrawStatement',
  subject: 'statement',
  success: WithdrawStatementSuccess,
  load: (scope, { statementId }) => loadStatement(scope, statementId),
  policy: canWithdrawStatement,
  async change(scope, { id, status }) {
    if (status === StatementStatus.WITHDRAWN) refuse(new AlreadyWithdrawn('statement'));
    await scope.sql
      .updateTable('statement')
      .set({ withdrawn_at: sql<string>`hub_now()` })
      .where('id', '=', id)
      .execute();
    scope.emit({ type: 'STATEMENT_WITHDRAWN', subject: id, data: { statementId: id } });
    return Object.assign(new WithdrawStatementSuccess(), { statementId: id });
  },
};
