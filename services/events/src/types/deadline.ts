import { DateTimeScalar } from '@coalition-hub/subgraph';
import { Field, ID, ObjectType } from 'type-graphql';
import { DeadlineKind } from './deadline-kind.js';

@ObjectType({
  description: 'By when something has to be done for an event, in the place where that is decided.',
})
export class Deadline {
  @Field(() => ID, { description: 'Opaque and stable.' })
  readonly id!: string;

  readonly eventId!: string;

  @Field(() => DeadlineKind, { description: 'What has to be done.' })
  readonly kind!: DeadlineKind;

  @Field(() => String, { nullable: true, description: 'Said about it; null where the kind says it all.' })
  readonly label!: string | null;

  @Field(() => String, {
    description: 'What clocks in its timezone show then, such as "2022-08-29T18:00".',
  })
  readonly localTime!: string;

  @Field(() => String, { description: 'Its timezone, by the name in the IANA database.' })
  readonly timezone!: string;

  @Field(() => DateTimeScalar, { description: 'The instant that this means.' })
  readonly instant!: string;

  @Field(() => Boolean, {
    description:
      'Whether clocks go back over the local time, so that it comes twice: the earlier one counts.',
  })
  readonly ambiguous!: boolean;

  @Field(() => Boolean, { description: 'Whether it is over, by the hub’s clock.' })
  readonly passed!: boolean;
}
