import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Who had signed a statement when signing was closed: frozen, and never changed.' })
@Directive('@key(fields: "id", resolvable: false)')
export class SignatoryList {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;
}
