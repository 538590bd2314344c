import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'One text of a statement; it never changes.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Revision {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;
}
