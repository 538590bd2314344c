import {
  type Command,
  type CommandScope,
  cleanText,
  isUuid,
  NotFound,
  refuse,
} from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { openAmendments } from '../loaders/open-amendments.js';
import { canCommentOnStatement, speaksForCoalition } from '../policies/can-comment-on-statement.js';
import { StatementNotEditable } from '../types/refusals.js';
import { StatementStatus } from '../types/statement-status.js';
import { chooseVoice } from './choose-voice.js';
import { isEditable } from './is-editable.js';
import { type ContributionSubject, loadContribution } from './load-contribution.js';

/** In UTF-16 code units. */
const longestComment = 10_000;

@InputType({ description: 'Something to say about a draft, to those who can read it.' })
export class CommentOnStatementInput {
  @Field(() => ID, { description: 'The statement.' })
  statementId!: string;

  @Field(() => ID, { nullable: true, description: 'The amendment that it is about, if about one.' })
  amendmentId?: string | null;

  @Field(() => String, { description: `What to say, ${longestComment} characters at most.` })
  text!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The co-author or member of the coalition to speak for. If left out, coordinators speak as such, and others for the only one that they may speak for.',
  })
  organisationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The comment is there for all who can read the draft.' })
export class CommentOnStatementSuccess {
  commentId!: string;
}

export const commentOnStatement: Command<
  Tables,
  CommentOnStatementInput,
  ContributionSubject,
  CommentOnStatementSuccess
> = {
  name: 'commentOnStatement',
  subject: 'statement',
  success: CommentOnStatementSuccess,
  load: (scope, { statementId }) => loadContribution(scope, statementId),
  policy: canCommentOnStatement,
  async change(scope, statement, input) {
    if (!isEditable(statement.status)) refuse(new StatementNotEditable());
    const organisationId = await speaker(scope, statement, input.organisationId);
    const text = cleanText(input.text, { field: 'text', max: longestComment });
    const amendment = await amendmentOf(scope, statement.id, input.amendmentId);
    const id = scope.newId('comment');
    await scope.sql
      .insertInto('comment')
      .values({
        id,
        statement_id: statement.id,
        amendment_id: amendment?.id ?? null,
        organisation_id: organisationId,
        shared: statement.status === StatementStatus.CONSULTATION && (amendment?.shared ?? true),
        text,
        written_at: sql<string>`hub_now()`,
      })
      .execute();
    scope.emit({
      type: 'STATEMENT_COMMENTED',
      subject: statement.id,
      data: { commentId: id, statementId: statement.id, amendmentId: amendment?.id ?? null },
    });
    return Object.assign(new CommentOnStatementSuccess(), { commentId: id });
  },
};

async function speaker(
  scope: CommandScope<Tables>,
  { coalitionId, voices }: ContributionSubject,
  asked: string | null | undefined,
): Promise<string | null> {
  if (asked == null && speaksForCoalition(scope.rights, { coalitionId })) return null;
  return chooseVoice(scope, voices, asked);
}

async function amendmentOf(
  scope: CommandScope<Tables>,
  statementId: string,
  amendmentId: string | null | undefined,
) {
  if (amendmentId == null) return null;
  if (!isUuid(amendmentId)) refuse(new NotFound('amendment'));
  const amendment = await openAmendments(scope.sql, scope.rights)
    .select(['amendment.id', 'amendment.shared'])
    .where('amendment.id', '=', amendmentId)
    .where('amendment.statement_id', '=', statementId)
    .executeTakeFirst();
  return amendment ?? refuse(new NotFound('amendment'));
}
