import { DateScalar } from '@coalition-hub/subgraph';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum MandateScope {
  SIGN = 'SIGN',
  REVISE = 'REVISE',
  EDIT = 'EDIT',
  ADMINISTER = 'ADMINISTER',
}

registerEnumType(MandateScope, {
  name: 'MandateScope',
  description: 'What a representative may do for an organisation.',
  valuesConfig: {
    SIGN: { description: 'Sign statements and withdraw signatures.' },
    REVISE: {
      description: 'An earlier word for EDIT, which allows the same.',
      deprecationReason: 'Use EDIT.',
    },
    EDIT: { description: 'Write and translate statements that the organisation co-authors.' },
    ADMINISTER: { description: 'Say who may do what for the organisation.' },
  },
});

export enum MandateState {
  OFFERED = 'OFFERED',
  GRANTED = 'GRANTED',
  DECLINED = 'DECLINED',
  REVOKED = 'REVOKED',
}

registerEnumType(MandateState, {
  name: 'MandateState',
  description: 'Where a mandate stands; whether one that was granted holds today depends on its days.',
  valuesConfig: {
    OFFERED: { description: 'It waits for the person to accept it.' },
    GRANTED: { description: 'The person has it.' },
    DECLINED: { description: 'The person said no.' },
    REVOKED: { description: 'It was taken away, or taken back before an answer.' },
  },
});

@ObjectType({
  description: 'A person who may act for an organisation, as that organisation knows the person.',
})
export class Representative {
  @Field(() => String, {
    description: 'The same for the same person, within the organisation and nowhere else.',
  })
  readonly handle!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the organisation calls the person, if it said so.',
  })
  readonly name!: string | null;
}

@ObjectType({
  description: 'What a person may do for an organisation, for that person and that organisation to see.',
})
export class Mandate {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly organisationId!: string;

  @Field(() => [MandateScope], { description: 'What it allows.' })
  readonly scopes!: readonly MandateScope[];

  @Field(() => ID, { nullable: true, description: 'The one statement it is for; null for all.' })
  readonly statementId!: string | null;

  @Field(() => DateScalar, { description: 'When the organisation decided.' })
  readonly decidedOn!: string;

  @Field(() => String, { description: 'Which body of the organisation decided.' })
  readonly decidedBy!: string;

  @Field(() => String, { nullable: true, description: 'Where the decision can be found.' })
  readonly reference!: string | null;

  @Field(() => MandateState, { description: 'Where it stands.' })
  readonly state!: MandateState;

  readonly personId!: string;

  readonly sealedName!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Last day (UTC) on which an offered one can be accepted; null for one that was granted outright.',
  })
  readonly answerBy!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day (UTC) it holds; null: at once.' })
  readonly startsOn!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day it holds; null until revoked.' })
  readonly endsOn!: string | null;
}
