import { DateTimeScalar } from '@coalition-hub/subgraph';
import { Field, ID, ObjectType } from 'type-graphql';
import { AmendmentState } from './amendment-state.js';
import { Organisation } from './organisation.js';

@ObjectType({
  description: 'A named proposal to change a passage of a draft; for those only who could read that.',
})
export class Amendment {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly statementId!: string;

  readonly revisionNumber!: number;

  @Field(() => String, { description: 'The words to be replaced, exactly as the revision has them.' })
  readonly passage!: string;

  @Field(() => String, { description: 'The words to stand there instead; empty to leave the passage out.' })
  readonly replacement!: string;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => Organisation, { description: 'Whose proposal it is.' })
  readonly proposedBy!: Organisation;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  readonly proposedAt!: string;

  @Field(() => AmendmentState, { description: 'What became of it.' })
  readonly state!: AmendmentState;

  @Field(() => String, { nullable: true, description: 'What was said when it was decided on.' })
  readonly note!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was decided on.' })
  readonly decidedAt!: string | null;

  readonly resultingRevisionId!: string | null;
}
