import { Field, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A body that meets in sessions, such as the Human Rights Council.' })
export class EventBody {
  @Field(() => String, { description: 'Its short name in capitals, such as "HRC"; unique.' })
  readonly code!: string;

  @Field(() => String, { description: 'Its full name.' })
  readonly name!: string;
}
