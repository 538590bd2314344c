import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A statement; this part of the hub adds where it was delivered.' })
@Directive('@key(fields: "id")')
export class Statement {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;
}
