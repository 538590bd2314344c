import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A frozen list of signatories; this part of the hub only names it.' })
@Directive('@key(fields: "id", resolvable: false)')
export class SignatoryList {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;
}
