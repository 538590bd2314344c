import { Refusal } from '@coalition-hub/subgraph';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ implements: Refusal, description: 'The statement is no draft any more, so its text stands.' })
@Directive('@shareable')
export class StatementNotEditable extends Refusal {
  constructor() {
    super('STATEMENT_NOT_EDITABLE', 'This statement is no draft any more: its text stands.');
  }
}

@ObjectType({
  implements: Refusal,
  description: 'Somebody else revised the statement since the revision that was edited.',
})
@Directive('@shareable')
export class RevisionOutdated extends Refusal {
  @Field(() => Int, { description: 'Number of the current revision, to start from again.' })
  readonly currentNumber: number;

  constructor(currentNumber: number) {
    super(
      'REVISION_OUTDATED',
      `The current revision is number ${currentNumber}. Please start from that one.`,
    );
    this.currentNumber = currentNumber;
  }
}

@ObjectType({ implements: Refusal, description: 'What should be withdrawn was withdrawn before.' })
@Directive('@shareable')
export class AlreadyWithdrawn extends Refusal {
  constructor(what: string) {
    super('ALREADY_WITHDRAWN', `This ${what} was withdrawn before.`);
  }
}

@ObjectType({ implements: Refusal, description: 'Members of the coalition were let in before.' })
@Directive('@shareable')
export class ConsultationStarted extends Refusal {
  constructor() {
    super('CONSULTATION_STARTED', 'Members of the coalition can read this draft already.');
  }
}

@ObjectType({ implements: Refusal, description: 'Somebody decided on the amendment before.' })
@Directive('@shareable')
export class AmendmentDecided extends Refusal {
  constructor() {
    super('AMENDMENT_DECIDED', 'This amendment was accepted or rejected before.');
  }
}

@ObjectType({
  implements: Refusal,
  description: 'The current revision has the passage no more, or has it several times.',
})
@Directive('@shareable')
export class AmendmentConflict extends Refusal {
  @Field(() => String, { description: 'The passage that the amendment would replace.' })
  readonly passage: string;

  @Field(() => Int, { description: 'Number of the current revision.' })
  readonly currentNumber: number;

  constructor(passage: string, currentNumber: number, occurrences: number) {
    super(
      'AMENDMENT_CONFLICT',
      occurrences === 0
        ? `Revision ${currentNumber} does not have this passage any more.`
        : `Revision ${currentNumber} has this passage more than once.`,
    );
    this.passage = passage;
    this.currentNumber = currentNumber;
  }
}

@ObjectType({
  implements: Refusal,
  description:
    'The revision has a translation to this language, which stands since the statement was opened.',
})
@Directive('@shareable')
export class TranslationStands extends Refusal {
  constructor() {
    super(
      'TRANSLATION_STANDS',
      'There is a translation to this language; only those of drafts are replaced.',
    );
  }
}
