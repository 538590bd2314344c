import { type Command, type CommandScope, cleanText, InvalidInput, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { canProposeAmendment } from '../policies/can-propose-amendment.js';
import { AmendmentState } from '../types/amendment-state.js';
import { StatementNotEditable } from '../types/refusals.js';
import { StatementStatus } from '../types/statement-status.js';
import { chooseVoice } from './choose-voice.js';
import { longestText } from './clean-revision.js';
import { isEditable } from './is-editable.js';
import { type ContributionSubject, loadContribution } from './load-contribution.js';
import { cleanPassage, longestPassage, occurrences, withReplacement } from './passage.js';
import { revisionText } from './revision-text.js';

/** In UTF-16 code units. */
const longestReason = 5_000;

/** More than anybody can discuss; each is compared with every other. */
const mostOpen = 200;

@InputType({ description: 'Other words for a passage of a draft.' })
export class ProposeAmendmentInput {
  @Field(() => ID, { description: 'The statement.' })
  statementId!: string;

  @Field(() => Int, { description: 'Number of the revision that has the passage.' })
  revisionNumber!: number;

  @Field(() => String, {
    description: `The words to be replaced, which the text of the revision must have exactly once; ${longestPassage} characters at most.`,
  })
  passage!: string;

  @Field(() => String, {
    description: `The words to stand there instead, ${longestPassage} characters at most; empty to leave the passage out.`,
  })
  replacement!: string;

  @Field(() => String, { description: `Why, ${longestReason} characters at most.` })
  reason!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The co-author or member of the coalition whose proposal it is; needed only by who may speak for several.',
  })
  organisationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The amendment waits for a decision.' })
export class ProposeAmendmentSuccess {
  amendmentId!: string;
}

export const proposeAmendment: Command<
  Tables,
  ProposeAmendmentInput,
  ContributionSubject,
  ProposeAmendmentSuccess
> = {
  name: 'proposeAmendment',
  subject: 'statement',
  success: ProposeAmendmentSuccess,
  load: (scope, { statementId }) => loadContribution(scope, statementId),
  policy: canProposeAmendment,
  async change(scope, statement, input) {
    if (!isEditable(statement.status)) refuse(new StatementNotEditable());
    const organisationId = await chooseVoice(scope, statement.voices, input.organisationId);
    const { text } = await revisionText(scope, statement.id, input.revisionNumber);
    const change = cleanChange(text, input);
    const reason = cleanText(input.reason, { field: 'reason', max: longestReason });
    await checkRoom(scope, statement.id);
    const id = scope.newId('amendment');
    await scope.sql
      .insertInto('amendment')
      .values({
        id,
        statement_id: statement.id,
        revision_number: input.revisionNumber,
        ...change,
        reason,
        organisation_id: organisationId,
        shared: isShared(statement, input.revisionNumber),
        proposed_at: sql<string>`hub_now()`,
        state: AmendmentState.OPEN,
        note: null,
        decided_at: null,
        resulting_revision_id: null,
      })
      .execute();
    scope.emit({
      type: 'AMENDMENT_PROPOSED',
      subject: id,
      data: { amendmentId: id, statementId: statement.id, organisationId },
    });
    return Object.assign(new ProposeAmendmentSuccess(), { amendmentId: id });
  },
};

/** A passage is as private as the revision that it is from. */
function isShared({ status, consultationFromNumber }: ContributionSubject, revisionNumber: number): boolean {
  return (
    status === StatementStatus.CONSULTATION &&
    consultationFromNumber !== null &&
    revisionNumber >= consultationFromNumber
  );
}

function cleanChange(text: string, input: { passage: string; replacement: string }) {
  const passage = cleanPassage(input.passage, 'passage');
  const replacement = cleanPassage(input.replacement, 'replacement');
  if (passage === '') refuse(new InvalidInput('passage', '"passage" must not be empty.'));
  if (passage === replacement) {
    refuse(new InvalidInput('replacement', '"replacement" must differ from the passage.'));
  }
  const found = occurrences(text, passage);
  if (found === 0) {
    refuse(
      new InvalidInput('passage', 'The text of this revision does not have the passage, word for word.'),
    );
  }
  if (found > 1) {
    refuse(new InvalidInput('passage', 'The text of this revision has the passage more than once.'));
  }
  withReplacement(text, passage, replacement, longestText);
  return { passage, replacement };
}

async function checkRoom({ sql: db }: CommandScope<Tables>, statementId: string): Promise<void> {
  const { count } = await db
    .selectFrom('amendment')
    .where('statement_id', '=', statementId)
    .where('state', '=', AmendmentState.OPEN)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  if (count < mostOpen) return;
  refuse(
    new InvalidInput('statementId', `This statement has ${mostOpen} amendments to be decided on first.`),
  );
}
