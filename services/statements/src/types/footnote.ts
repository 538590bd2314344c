import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'What a statement means by a term.' })
export class Footnote {
  @Field(() => Int, { description: 'Its place among the footnotes, from 1.' })
  readonly number!: number;

  @Field(() => String, { description: 'The term, as the text uses it.' })
  readonly term!: string;

  @Field(() => String, { description: 'What it means.' })
  readonly text!: string;
}
