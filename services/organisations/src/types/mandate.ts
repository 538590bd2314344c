import { DateScalar } from '@coalition-hub/subgraph';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';

export enum MandateScope {
  SIGN = 'SIGN',
  REVISE = 'REVISE',
}

registerEnumType(MandateScope, {
  name: 'MandateScope',
  description: 'What a representative may do for an organisation.',
  valuesConfig: {
    SIGN: { description: 'Sign statements and withdraw signatures.' },
    REVISE: { description: 'Revise statements that the organisation co-authors.' },
  },
});

@ObjectType({ description: 'What a person may do for an organisation. Who the person is, is not shown.' })
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

  @Field(() => DateScalar, { nullable: true, description: 'Last day it holds; null until revoked.' })
  readonly endsOn!: string | null;
}
