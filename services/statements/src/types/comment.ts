import { DateTimeScalar } from '@coalition-hub/subgraph';
import { Field, ID, ObjectType } from 'type-graphql';
import { Organisation } from './organisation.js';

@ObjectType({ description: 'What somebody said about a draft; for those only who could read that.' })
export class Comment {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly statementId!: string;

  readonly amendmentId!: string | null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'For whom it was said; null for the coordinators of the coalition.',
  })
  readonly organisation!: Organisation | null;

  @Field(() => String, { description: 'What was said, with LF as line end.' })
  readonly text!: string;

  @Field(() => DateTimeScalar, { description: 'When it was said.' })
  readonly writtenAt!: string;
}
