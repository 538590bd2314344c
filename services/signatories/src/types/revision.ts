import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A revision of a statement; this part of the hub only names it.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Revision {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;
}
