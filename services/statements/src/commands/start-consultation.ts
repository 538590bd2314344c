import { type Command, refuse } from '@coalition-hub/subgraph';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { canStartConsultation } from '../policies/can-start-consultation.js';
import { ConsultationStarted, StatementNotEditable } from '../types/refusals.js';
import { StatementStatus } from '../types/statement-status.js';
import { isEditable } from './is-editable.js';
import { loadStatement, type StatementSubject } from './load-statement.js';

@InputType({ description: 'A draft to consult the members of its coalition about.' })
export class StartConsultationInput {
  @Field(() => ID, { description: 'The statement.' })
  statementId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'Members of the coalition can read the draft, from its current revision on.' })
export class StartConsultationSuccess {
  statementId!: string;
}

export const startConsultation: Command<
  Tables,
  StartConsultationInput,
  StatementSubject,
  StartConsultationSuccess
> = {
  name: 'startConsultation',
  subject: 'statement',
  success: StartConsultationSuccess,
  load: (scope, { statementId }) => loadStatement(scope, statementId),
  policy: canStartConsultation,
  async change(scope, { id, status, currentNumber }) {
    if (status === StatementStatus.CONSULTATION) refuse(new ConsultationStarted());
    if (!isEditable(status)) refuse(new StatementNotEditable());
    await scope.sql
      .updateTable('statement')
      .set({ consultation_from_number: currentNumber })
      .where('id', '=', id)
      .execute();
    scope.emit({
      type: 'STATEMENT_CONSULTATION_STARTED',
      subject: id,
      data: { statementId: id, revisionNumber: currentNumber },
    });
    return Object.assign(new StartConsultationSuccess(), { statementId: id });
  },
};
