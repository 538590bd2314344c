import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A body that can sign: an association, a network, a chapter, an institution.' })
@Directive('@key(fields: "id", resolvable: false)')
export class Organisation {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;
}
