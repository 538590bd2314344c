import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Organisations working under one name.' })
@Directive('@key(fields: "id")')
export class Coalition {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;
}
