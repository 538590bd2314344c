import { type Command, type CommandScope, refuse } from '@coalition-hub/subgraph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { canReviseStatement } from '../policies/can-revise-statement.js';
import { RevisionOutdated, StatementNotEditable } from '../types/refusals.js';
import { StatementStatus } from '../types/statement-status.js';
import { addRevision } from './add-revision.js';
import { cleanRevision, longestText, longestTitle } from './clean-revision.js';
import { loadStatement, type StatementSubject } from './load-statement.js';

@InputType({ description: 'Another text for a draft.' })
export class ReviseStatementInput {
  @Field(() => ID, { description: 'The statement.' })
  statementId!: string;

  @Field(() => Int, {
    description: 'Number of the revision that was edited; refused if it is not the current one any more.',
  })
  basedOn!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Language of the text, BCP 47; that of the current revision if left out.',
  })
  language?: string | null;

  @Field(() => String, { description: `Title, on one line, ${longestTitle} characters at most.` })
  title!: string;

  @Field(() => String, { description: `The text, ${longestText} characters at most.` })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The statement has a new current revision.' })
export class ReviseStatementSuccess {
  statementId!: string;
  revisionId!: string;
}

export const reviseStatement: Command<
  Tables,
  ReviseStatementInput,
  StatementSubject,
  ReviseStatementSuccess
> = {
  name: 'reviseStatement',
  subject: 'statement',
  // An opening that was acknowledged elsewhere must be known here: what is open is not revised.
  decidesBy: ['updates'],
  success: ReviseStatementSuccess,
  load: (scope, { statementId }) => loadStatement(scope, statementId),
  policy: canReviseStatement,
  async change(scope, { id, status, currentNumber }, input) {
    if (status !== StatementStatus.DRAFT) refuse(new StatementNotEditable());
    if (input.basedOn !== currentNumber) refuse(new RevisionOutdated(currentNumber));
    const language = input.language ?? (await languageOf(scope, id, currentNumber));
    const revision = cleanRevision({ ...input, language });
    const number = currentNumber + 1;
    await scope.sql
      .updateTable('statement')
      .set({ title: revision.title, current_number: number })
      .where('id', '=', id)
      .execute();
    const revisionId = await addRevision(scope, id, number, revision);
    return Object.assign(new ReviseStatementSuccess(), { statementId: id, revisionId });
  },
};

async function languageOf(scope: CommandScope<Tables>, statementId: string, number: number): Promise<string> {
  const { language } = await scope.sql
    .selectFrom('revision')
    .select('language')
    .where('statement_id', '=', statementId)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return language;
}
