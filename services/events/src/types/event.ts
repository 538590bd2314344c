import { DateScalar } from '@coalition-hub/subgraph';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { EventBody } from './event-body.js';

@ObjectType({ description: 'A session of a United Nations or regional body, where statements are made.' })
@Directive('@key(fields: "id")')
export class Event {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  @Field(() => String, { description: 'Readable name for addresses.' })
  readonly slug!: string;

  @Field(() => String, { description: 'What it is called.' })
  readonly title!: string;

  @Field(() => EventBody, { description: 'The body that meets.' })
  readonly body!: EventBody;

  @Field(() => String, {
    nullable: true,
    description: 'Number or name of the session, such as "51"; null where the body does not count them.',
  })
  readonly session!: string | null;

  @Field(() => DateScalar, { description: 'First day.' })
  readonly startsOn!: string;

  @Field(() => DateScalar, { description: 'Last day.' })
  readonly endsOn!: string;

  @Field(() => String, { description: 'Where it takes place, such as "Geneva".' })
  readonly place!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Country of the place, ISO 3166-1 alpha-2; null where nobody meets in person.',
  })
  readonly country!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Timezone of the place, by its name in the IANA database; null where nobody has named one.',
  })
  readonly timezone!: string | null;

  /** Sequence of its newest update when it was read, 0 for none. */
  readonly updatedTo!: number;
}
