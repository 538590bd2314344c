import { Directive, Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Organisations working under one name.' })
@Directive('@key(fields: "id")')
export class Coalition {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  @Field(() => String, { description: 'Readable name for addresses.' })
  readonly slug!: string;

  @Field(() => String, { description: 'The name it goes by.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'What it came together for.' })
  readonly purpose!: string | null;

  /** Sequence of its newest update when the coalition was read, 0 for none. */
  readonly updatedTo!: number;
}
