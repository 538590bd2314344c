import { DateTimeScalar } from '@coalition-hub/subgraph';
import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A revision’s text in another language. What is signed is the revision.' })
export class Translation {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly revisionId!: string;

  @Field(() => String, { description: 'Its language, BCP 47.' })
  readonly language!: string;

  @Field(() => String, { description: 'Title, on one line.' })
  readonly title!: string;

  @Field(() => String, { description: 'The text, with LF as line end.' })
  readonly text!: string;

  @Field(() => Int, { description: 'How many words the text has; the title is not counted.' })
  readonly wordCount!: number;

  @Field(() => Boolean, {
    description: 'Whether the statement has a newer revision than the one that this is a translation of.',
  })
  readonly stale!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was added, or replaced last.' })
  readonly addedAt!: string;
}
