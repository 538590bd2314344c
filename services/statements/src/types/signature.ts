import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The act of signing one revision, in public.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Signature {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;
}
