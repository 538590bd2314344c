import { Refusal } from '@coalition-hub/subgraph';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ implements: Refusal, description: 'The statement is no draft any more, so its text stands.' })
@Directive('@shareable')
export class StatementNotEditable extends Refusal {
  constructor() {
    super('STATEMENT_NOT_EDITABLE', 'Only a draft can be revised; this statement is none any more.');
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
