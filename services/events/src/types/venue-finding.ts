import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Where a statement leaves the rules of a venue.' })
export class VenueFinding {
  @Field(() => String, { description: 'What it is about, such as "words" or "leadTime"; for programs.' })
  readonly about!: string;

  @Field(() => String, { description: 'What is wrong, in a plain sentence.' })
  readonly message!: string;
}
