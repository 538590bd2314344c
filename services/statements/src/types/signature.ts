import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'That an organisation, or a person in a capacity, publicly signed one revision of a statement.',
})
@Directive('@key(fields: "id", resolvable: false)')
export class Signature {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;
}
