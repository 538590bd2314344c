import { type Command, refuse } from '@coalition-hub/subgraph';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Tables } from '../entities/tables.js';
import { canReviseStatement } from '../policies/can-revise-statement.js';
import { RevisionOutdated, StatementNotEditable } from '../types/refusals.js';
import { addNextRevision } from './add-next-revision.js';
import { cleanTitleAndText, longestText, longestTitle } from './clean-revision.js';
import {
  cleanAddressees,
  cleanFootnotes,
  mostAddressees,
  mostDemands,
  mostFootnotes,
} from './clean-structure.js';
import { currentRevision } from './current-revision.js';
import { isEditable } from './is-editable.js';
import { loadStatement, type StatementSubject } from './load-statement.js';
import { AddresseeInput, FootnoteInput } from './structure-input.js';

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

  @Field(() => [AddresseeInput], {
    nullable: true,
    description: `Whom it is addressed to, in order, ${mostAddressees} at most, with ${mostDemands} demands in all. As in the current revision if left out.`,
  })
  addressees?: AddresseeInput[] | null;

  @Field(() => [FootnoteInput], {
    nullable: true,
    description: `What it means by terms, in order, ${mostFootnotes} at most. As in the current revision if left out.`,
  })
  footnotes?: FootnoteInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Makes a repeat with the same input harmless, for 30 days; 8 to 200 characters.',
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
  async change(scope, statement, input) {
    const { id, status, currentNumber } = statement;
    if (!isEditable(status)) refuse(new StatementNotEditable());
    if (input.basedOn !== currentNumber) refuse(new RevisionOutdated(currentNumber));
    const { language, addressees, footnotes } = await currentRevision(scope, statement);
    const revisionId = await addNextRevision(scope, statement, {
      ...cleanTitleAndText({ ...input, language: input.language ?? language }),
      addressees: input.addressees ? cleanAddressees(input.addressees) : addressees,
      footnotes: input.footnotes ? cleanFootnotes(input.footnotes) : footnotes,
    });
    return Object.assign(new ReviseStatementSuccess(), { statementId: id, revisionId });
  },
};
