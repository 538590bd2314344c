import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A heading of an event’s agenda, under which statements are made.' })
export class AgendaItem {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its number on the agenda, such as "4" or "3(a)".' })
  readonly number!: string;

  @Field(() => String, { description: 'What it is about.' })
  readonly title!: string;
}
