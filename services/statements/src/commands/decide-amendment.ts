import { type Command, type CommandScope, cleanText, refuse } from '@coalition-hub/subgraph';
import { sql } from 'kysely';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { canReviseStatement } from '../policies/can-revise-statement.js';
import { AmendmentDecision } from '../types/amendment-decision.js';
import { AmendmentState } from '../types/amendment-state.js';
import { AmendmentConflict, AmendmentDecided, StatementNotEditable } from '../types/refusals.js';
import { addNextRevision } from './add-next-revision.js';
import { longestText } from './clean-revision.js';
import { currentRevision } from './current-revision.js';
import { isEditable } from './is-editable.js';
import { type AmendmentSubject, loadAmendment } from './load-amendment.js';
import { occurrences, withReplacement } from './passage.js';

/** In UTF-16 code units. */
const longestNote = 5_000;

@InputType({ description: 'What to do about an amendment.' })
export class DecideAmendmentInput {
  @Field(() => ID, { description: 'The amendment.' })
  amendmentId!: string;

  @Field(() => AmendmentDecision, { description: 'Whether it changes the text.' })
  decision!: AmendmentDecision;

  @Field(() => String, {
    nullable: true,
    description: `What to say about it, for those who can read the amendment; ${longestNote} characters at most.`,
  })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
  })
  idempotencyKey?: string | null;
}

@ObjectType({ description: 'The amendment is decided on; an accepted one made a revision.' })
export class DecideAmendmentSuccess {
  amendmentId!: string;
}

export const decideAmendment: Command<
  Tables,
  DecideAmendmentInput,
  AmendmentSubject,
  DecideAmendmentSuccess
> = {
  name: 'decideAmendment',
  subject: 'amendment',
  // What is open is not changed, also where the opening was acknowledged a moment ago.
  decidesBy: ['updates'],
  success: DecideAmendmentSuccess,
  load: (scope, { amendmentId }) => loadAmendment(scope, amendmentId),
  policy: canReviseStatement,
  async change(scope, subject, input) {
    const { id, status, amendment } = subject;
    if (amendment.state !== AmendmentState.OPEN) refuse(new AmendmentDecided());
    if (!isEditable(status)) refuse(new StatementNotEditable());
    const note = input.note == null ? null : cleanText(input.note, { field: 'note', max: longestNote });
    const accepted = input.decision === AmendmentDecision.ACCEPT;
    const revisionId = accepted ? await amend(scope, subject) : null;
    await scope.sql
      .updateTable('amendment')
      .set({
        state: accepted ? AmendmentState.ACCEPTED : AmendmentState.REJECTED,
        note,
        decided_at: sql<string>`hub_now()`,
        resulting_revision_id: revisionId,
      })
      .where('id', '=', amendment.id)
      .execute();
    scope.emit({
      type: 'AMENDMENT_DECIDED',
      subject: amendment.id,
      data: { amendmentId: amendment.id, statementId: id, accepted, revisionId },
    });
    return Object.assign(new DecideAmendmentSuccess(), { amendmentId: amendment.id });
  },
};

/** Makes the next revision of what the text says now, which may be other than what it said at the proposal. */
async function amend(scope: CommandScope<Tables>, subject: AmendmentSubject): Promise<string> {
  const { passage, replacement } = subject.amendment;
  const current = await currentRevision(scope, subject);
  const found = occurrences(current.text, passage);
  if (found !== 1) refuse(new AmendmentConflict(passage, subject.currentNumber, found));
  const text = withReplacement(current.text, passage, replacement, longestText);
  return addNextRevision(scope, subject, { ...current, text });
}
