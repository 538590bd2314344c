import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'An organisation; this part of the hub adds what it signed.' })
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;
}
