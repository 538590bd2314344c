import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A document that organisations make jointly.' })
@Directive('@key(fields: "id")')
export class Statement {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;
}
